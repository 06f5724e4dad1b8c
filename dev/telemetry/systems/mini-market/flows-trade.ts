import { pythonException } from '../../kit/attributes';
import { spanCalling, sufferedFrom, untilFailure } from '../../kit/compose';
import type { Draw, FlowModel, SpanSpec } from '../../model';
import { latencyOf, skuOf, stockRead } from './flows-views';
import { databaseDown, depositCrashLoop, ocrOverload, orderErrors, slowDatabase } from './incidents';
import { line } from './logs';
import * as op from './operations';
import { queried, requested, served } from './spans';

const suppliers = ['distribuidora-norte', 'lacteos-del-valle', 'bebidas-sur', 'almacen-central'] as const;
const slowAboveMs = 900;

const lostTerms = pythonException(
  'CondicionPagoFaltante',
  'proveedor sin condicion_pago: el campo dejó de leerse en 2.4.1',
  'agente_negocio/ordenes.py',
  142,
  'crear'
);
const ocrTimeout = pythonException(
  'OCRTimeout',
  'reconocimiento cancelado por tiempo agotado',
  'ml_service/ocr.py',
  77,
  'reconocer'
);

function pricePredicted(draw: Draw, requestId: string, sku: string): SpanSpec {
  const model = spanCalling(draw, op.predict, [], () => ({
    attributes: { 'ml.model.name': 'precios', 'ml.model.version': '2025.10', 'mini_market.sku': sku },
  }));
  return served(draw, op.predictPrice, [model], {
    requestId,
    path: '/predict/precio',
    done: 'Precio estimado',
    failedText: 'no se pudo estimar el precio',
    fields: { sku },
  });
}

function orderCreated(draw: Draw, requestId: string, sku: string, supplier: string): SpanSpec {
  const calls = untilFailure([
    () => requested(draw, op.requestPrice, 'ml_service', () => pricePredicted(draw, requestId, sku)),
    () => requested(draw, op.requestStockForOrder, 'agente_deposito', () => stockRead(draw, requestId, sku)),
    () =>
      queried(draw, op.insertOrder, 'INSERT INTO ordenes (sku, proveedor, cantidad, total) VALUES ($1, $2, $3, $4)'),
  ]);
  const broken = draw.world.incident(orderErrors, draw.tMs) > 0;
  return served(draw, op.createOrder, calls, {
    requestId,
    path: '/ordenes',
    done: 'Orden de compra generada',
    failedText: 'no se generó la orden de compra',
    attributes: { 'mini_market.proveedor': supplier, 'mini_market.sku': sku },
    fields: { proveedor: supplier, sku },
    ...(broken ? { exception: lostTerms } : {}),
  });
}

export const orderFlow: FlowModel = {
  id: 'mini-market-order',
  samplesPerMinute: (tMs, world) => 1.2 * world.daily(tMs) + 2 * world.incident(orderErrors, tMs),
  operations: [
    op.submitOrder,
    op.requestOrder,
    op.createOrder,
    op.requestPrice,
    op.predictPrice,
    op.predict,
    op.requestStockForOrder,
    op.insertOrder,
  ],
  build: (draw) => {
    const requestId = draw.uuid();
    const sku = skuOf(draw);
    const supplier = draw.pick(suppliers);
    const client = requested(draw, op.requestOrder, 'agente_negocio', () =>
      orderCreated(draw, requestId, sku, supplier)
    );
    const root = served(draw, op.submitOrder, [client], {
      requestId,
      path: '/api/ordenes',
      done: 'Orden aceptada',
      failedText: 'la orden fue rechazada por agente_negocio',
      attributes: { 'mini_market.proveedor': supplier },
      fields: { proveedor: supplier },
    });
    const incidents = sufferedFrom(draw, root, {
      failing: [orderErrors, depositCrashLoop, databaseDown],
      slowing: [slowDatabase],
      slowAboveMs,
    });
    return { root, observations: [latencyOf(root)], incidents };
  },
};

function invoiceRecognized(draw: Draw, requestId: string, pages: number): SpanSpec {
  const recognition = spanCalling(draw, op.recognize, [], ({ failed, durationMs }) => ({
    attributes: { 'ml.model.name': 'ocr-facturas', 'ml.model.version': '3.1', 'mini_market.paginas': pages },
    events: [{ name: 'imagen normalizada', offsetMs: durationMs * 0.2 }],
    ...(failed
      ? {
          exception: ocrTimeout,
          logs: [line('ml_service', 'error', 'error: OCR agotó el tiempo', { paginas: pages }, durationMs)],
        }
      : {}),
  }));
  return served(draw, op.ocrInvoice, [recognition], {
    requestId,
    path: '/ocr/facturas',
    done: 'Factura reconocida',
    failedText: 'la factura no se pudo reconocer',
    fields: { paginas: pages },
  });
}

export const depositFlow: FlowModel = {
  id: 'mini-market-deposit',
  samplesPerMinute: (tMs, world) => 0.9 * world.daily(tMs) + world.incident(ocrOverload, tMs),
  operations: [
    op.submitDeposit,
    op.requestDeposit,
    op.depositProducts,
    op.requestOcr,
    op.ocrInvoice,
    op.recognize,
    op.insertProducts,
  ],
  build: (draw) => {
    const requestId = draw.uuid();
    const pages = draw.int(1, 4);
    const products = draw.int(3, 19);
    const deposited = () =>
      served(
        draw,
        op.depositProducts,
        untilFailure([
          () => requested(draw, op.requestOcr, 'ml_service', () => invoiceRecognized(draw, requestId, pages)),
          () => queried(draw, op.insertProducts, 'INSERT INTO productos (sku, cantidad, costo) VALUES ($1, $2, $3)'),
        ]),
        {
          requestId,
          path: '/productos',
          done: 'Productos depositados',
          failedText: 'el depósito no se registró',
          attributes: { 'mini_market.productos': products },
          fields: { productos: products },
        }
      );
    const root = served(draw, op.submitDeposit, [requested(draw, op.requestDeposit, 'agente_deposito', deposited)], {
      requestId,
      path: '/api/depositos',
      done: 'Depósito aceptado',
      failedText: 'el depósito fue rechazado',
    });
    const incidents = sufferedFrom(draw, root, {
      failing: [ocrOverload, depositCrashLoop, databaseDown],
      slowing: [ocrOverload, slowDatabase],
      slowAboveMs,
    });
    return { root, observations: [latencyOf(root)], incidents };
  },
};

/** The nightly and hourly runs of the price agent, all day at the same pace. */
export const inflationFlow: FlowModel = {
  id: 'mini-market-inflation',
  samplesPerMinute: () => 0.1,
  operations: [op.dailyInflation],
  build: (draw) => {
    const root = served(draw, op.dailyInflation, [], {
      requestId: draw.uuid(),
      path: '/inflacion/diaria',
      done: 'Inflación diaria calculada',
      failedText: 'no se pudo calcular la inflación diaria',
      fields: { logger: 'ml_service.inflacion' },
    });
    return { root, observations: [latencyOf(root)] };
  },
};
