import { type GrafanaTheme2, type IconName } from '@grafana/data';
import { type LogLevel } from '../../domain/logs/logLevel';

interface Look {
  word: string;
  icon: IconName;
  colour: (theme: GrafanaTheme2) => string;
}

/** How a level looks: a word, a shape, and only then a colour. */
export const LEVEL_LOOK: Readonly<Record<LogLevel, Look>> = {
  error: { word: 'Error', icon: 'exclamation-circle', colour: (theme) => theme.colors.error.text },
  warning: { word: 'Warning', icon: 'exclamation-triangle', colour: (theme) => theme.colors.warning.text },
  info: { word: 'Info', icon: 'info-circle', colour: (theme) => theme.colors.info.text },
  debug: { word: 'Debug', icon: 'bug', colour: (theme) => theme.colors.text.secondary },
  unknown: { word: 'No level', icon: 'circle', colour: (theme) => theme.colors.text.secondary },
};

/** The loudest first. */
export const LEVELS: readonly LogLevel[] = ['error', 'warning', 'info', 'debug', 'unknown'];
