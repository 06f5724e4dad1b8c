import { spanCalling, sufferedFrom } from '../../kit/compose';
import { always } from '../../kit/rates';
import type { Draw, FlowModel, TraceSpec } from '../../model';
import { INCIDENT } from './incidents';
import {
  consumeOrder,
  createUser,
  externalCheck,
  fetchPreferences,
  homeRoute,
  orderRoutes,
  paymentCall,
  paymentRoute,
  processOrder,
  publishOrder,
  queries,
  userCall,
  userLookUp,
  userRoutes,
} from './operations';
import { newRequest, observation, serverSpan, type Request } from './spans';
import { orderLookUpServer, orderServer } from './spans-orders';
import { createServer, loginServer, lookUpServer, preferencesServer } from './spans-users';

function flow(
  id: string,
  samples: number,
  candidates: number,
  operations: FlowModel['operations'],
  build: (draw: Draw, request: Request) => TraceSpec
): FlowModel {
  return {
    id,
    samplesPerMinute: always(samples),
    errorCandidatesPerMinute: always(candidates),
    operations,
    build: (draw) => build(draw, newRequest(draw)),
  };
}

export const flows: FlowModel[] = [
  flow(
    'order',
    2,
    6,
    [
      orderRoutes.create.operation,
      processOrder,
      paymentCall,
      paymentRoute.operation,
      publishOrder,
      consumeOrder,
      queries.insertOrder.model,
      queries.insertPayment.model,
    ],
    (draw, request) => {
      const { root, payment } = orderServer(draw, request);
      return {
        root,
        observations: [observation(orderRoutes.create, root), ...(payment ? [observation(paymentRoute, payment)] : [])],
        incidents: sufferedFrom(draw, root, { failing: [INCIDENT.paymentDeploy] }),
      };
    }
  ),
  flow('order-look-up', 1.5, 6, [orderRoutes.lookUp.operation, queries.selectOrder.model], (draw, request) => {
    const root = orderLookUpServer(draw, request);
    return {
      root,
      observations: [observation(orderRoutes.lookUp, root)],
      incidents: sufferedFrom(draw, root, { failing: [INCIDENT.orderErrors] }),
    };
  }),
  flow(
    'home',
    2,
    4,
    [homeRoute.operation, userCall, userRoutes.lookUp.operation, userLookUp, queries.selectUser.model],
    (draw, request) => {
      const server = lookUpServer(draw, request);
      const call = spanCalling(draw, userCall, [server], ({ failed }) => ({
        attributes: {
          'http.method': 'GET',
          'http.url': 'http://user-service/users/{id}',
          'http.scheme': 'http',
          'http.status_code': failed ? 500 : 200,
        },
      }));
      const root = serverSpan(draw, request, homeRoute, [call]);
      return {
        root,
        observations: [observation(homeRoute, root), observation(userRoutes.lookUp, server)],
        incidents: sufferedFrom(draw, root, { failing: [INCIDENT.userBurn] }),
      };
    }
  ),
  flow(
    'preferences',
    1.5,
    3,
    [userRoutes.preferences.operation, fetchPreferences, queries.selectPreferences.model],
    (draw, request) => {
      const root = preferencesServer(draw, request);
      return {
        root,
        observations: [observation(userRoutes.preferences, root)],
        incidents: sufferedFrom(draw, root, {
          failing: [INCIDENT.userBurn],
          slowing: [INCIDENT.slowPreferences],
          slowAboveMs: 200,
        }),
      };
    }
  ),
  flow(
    'registration',
    0.8,
    3,
    [userRoutes.create.operation, createUser, externalCheck, queries.insertUser.model],
    (draw, request) => {
      const root = createServer(draw, request);
      return { root, observations: [observation(userRoutes.create, root)] };
    }
  ),
  flow('login', 1.5, 3, [userRoutes.login.operation], (draw, request) => {
    const root = loginServer(draw, request);
    return {
      root,
      observations: [observation(userRoutes.login, root)],
      incidents: sufferedFrom(draw, root, { failing: [INCIDENT.userBurn] }),
    };
  }),
];
