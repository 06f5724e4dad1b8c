import { createMonitoringLogger } from '@grafana/runtime';
import { Alert, Button } from '@grafana/ui';
import { Component, type ErrorInfo, type PropsWithChildren } from 'react';
import { PLUGIN_ID } from './constants';

interface Props {
  /** A change of it (the URL path) gives the page another chance. */
  resetKey: string;
}

interface State {
  error?: Error;
}

/** Keeps Grafana's navigation alive when a page cannot be drawn, and says what happened. */
export class PageErrorBoundary extends Component<PropsWithChildren<Props>, State> {
  override state: State = {};

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    // To Grafana's own monitoring, when it has one.
    createMonitoringLogger(PLUGIN_ID).logError(error, { componentStack: info.componentStack ?? '' });
  }

  override componentDidUpdate(previous: Props) {
    if (this.state.error && previous.resetKey !== this.props.resetKey) {
      this.retry();
    }
  }

  retry = () => this.setState({ error: undefined });

  override render() {
    const { error } = this.state;
    if (!error) {
      return this.props.children;
    }
    return (
      <Alert severity="error" title="This page could not be drawn">
        <p>The other pages still work. The error was: {error.message || error.name}</p>
        <Button onClick={this.retry} variant="secondary" icon="sync">
          Try again
        </Button>
      </Alert>
    );
  }
}
