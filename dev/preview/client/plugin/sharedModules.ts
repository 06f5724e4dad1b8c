import * as emotionCss from '@emotion/css';
import * as emotionReact from '@emotion/react';
import * as grafanaData from '@grafana/data';
import * as grafanaI18n from '@grafana/i18n';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaUi from '@grafana/ui';
import i18next from 'i18next';
import lodash from 'lodash';
import moment from 'moment';
import * as react from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import * as reactDom from 'react-dom';
import * as reactRouter from 'react-router';
import * as rxjs from 'rxjs';
import * as rxjsOperators from 'rxjs/operators';

/** A CommonJS module as SystemJS' AMD layer shall hand it on: the module itself, not a namespace around it. */
function commonJs(module: unknown): Record<string, unknown> {
  return { ...(module as Record<string, unknown>), default: module, __useDefault: true };
}

/**
 * The modules that Grafana shares with plugins, of the version that this host is built from. Called once the services
 * are installed: some exports of @grafana/runtime are set by then.
 */
export function sharedModules(): Record<string, Record<string, unknown>> {
  return {
    '@emotion/css': { ...emotionCss },
    '@emotion/react': { ...emotionReact },
    '@grafana/data': { ...grafanaData },
    '@grafana/i18n': { ...grafanaI18n },
    '@grafana/runtime': { ...grafanaRuntime },
    '@grafana/ui': { ...grafanaUi },
    i18next: commonJs(i18next),
    lodash: commonJs(lodash),
    moment: commonJs(moment),
    react: { ...react },
    'react/jsx-runtime': { ...jsxRuntime },
    'react-dom': { ...reactDom },
    'react-router': { ...reactRouter },
    rxjs: { ...rxjs },
    'rxjs/operators': { ...rxjsOperators },
  };
}
