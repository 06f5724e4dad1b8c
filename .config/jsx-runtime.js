// Grafana 12.2 does not share `react/jsx-runtime` with plugins, and a bundled copy of React 19's would
// create elements that a React 18 host rejects. So JSX compiles to this module, which asks the host's own
// React to make the element. It works on both.
import { createElement, Fragment } from 'react';

function jsx(type, props, key) {
  return createElement(type, key === undefined ? props : { ...props, key });
}

// `jsxs` hands its children as an array that is known to be static: spread, so that React asks for no keys.
function jsxs(type, props, key) {
  const { children, ...rest } = props;
  return createElement(type, key === undefined ? rest : { ...rest, key }, ...children);
}

export { Fragment, jsx, jsxs, jsx as jsxDEV };
