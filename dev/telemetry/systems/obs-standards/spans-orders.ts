import { spanCalling, untilFailure } from '../../kit/compose';
import type { Attributes, Draw, SpanSpec } from '../../model';
import {
  consumeOrder,
  orderRoutes,
  paymentCall,
  paymentRoute,
  processOrder,
  publishOrder,
  queries,
} from './operations';
import { databaseSpan, exceptionOf, operationAttributes, serverSpan, type Request } from './spans';

export function paymentServer(draw: Draw, request: Request): SpanSpec {
  return serverSpan(draw, request, paymentRoute, [databaseSpan(draw, queries.insertPayment, request)]);
}

export function orderServer(draw: Draw, request: Request): { root: SpanSpec; payment?: SpanSpec } {
  const orderValue = Math.round(draw.between(900, 18_000)) / 100;
  const messageId = draw.uuid();
  let payment: SpanSpec | undefined;
  const message = (operation: string): Attributes => ({
    'messaging.system': 'rabbitmq',
    'messaging.destination': 'order-events',
    'messaging.message_id': messageId,
    'messaging.operation': operation,
  });
  const pay = (): SpanSpec => {
    payment = paymentServer(draw, request);
    return spanCalling(draw, paymentCall, [payment], ({ failed }) => ({
      attributes: {
        'http.method': 'POST',
        'http.url': 'http://payment-service/payment/process',
        'http.scheme': 'http',
        'http.status_code': failed ? 500 : 201,
      },
    }));
  };
  const publish = (): SpanSpec => {
    const consumer = spanCalling(draw, consumeOrder, [], ({ failed }) => ({
      attributes: message('receive'),
      // The queue takes its time; nobody waits for the consumer.
      offsetMs: draw.between(8, 60),
      linksParent: true,
      ...(failed ? { exception: exceptionOf('ValueError', 'unknown loyalty programme', 'consumer') } : {}),
    }));
    return spanCalling(draw, publishOrder, [consumer], () => ({ attributes: message('send') }));
  };
  const calls = untilFailure([
    () => databaseSpan(draw, queries.orderUser, request),
    pay,
    () => databaseSpan(draw, queries.insertOrder, request),
    publish,
  ]);
  const processed = spanCalling(draw, processOrder, calls, (outcome) => ({
    attributes: {
      ...operationAttributes('process_order', 'order-service', outcome),
      user_id: request.userId,
      order_value: orderValue,
      'user.segment': 'standard',
      'payment.status': payment?.status === 'error' ? 'failed' : 'success',
      'order.processed': !outcome.failed,
    },
    ...(outcome.byItself ? { exception: exceptionOf('ValueError', 'cart is empty', 'orders') } : {}),
  }));
  return { root: serverSpan(draw, request, orderRoutes.create, [processed]), payment };
}

export function orderLookUpServer(draw: Draw, request: Request): SpanSpec {
  return serverSpan(draw, request, orderRoutes.lookUp, [databaseSpan(draw, queries.selectOrder, request)]);
}
