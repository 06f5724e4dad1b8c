import { times, traffic } from '../../kit/rates';
import type { Of } from '../../model';
import { kafkaDown, policyStorm } from './incidents';

/** Requests per second at the daily peak. Low, so that the sampled tenth of them fits a development machine. */
export const messages = traffic('soma-agent.messages', 1.3);
export const newSessions = traffic('soma-agent.sessions', 0.25);
export const sessionReads = traffic('soma-agent.session-reads', 1.6);
export const canvasReads = traffic('soma-agent.canvas', 0.4);
export const delegations = traffic('soma-agent.delegations', 0.15);

/** Share of the requests that is traced, as the success metric of the document wants it. */
export const tracedShare = 0.1;
export const tracedPerMinute = (perSecond: Of<number>): Of<number> => times(perSecond, 60 * tracedShare);

/** What Kafka delivers of the messages that the gateway wants to publish. */
export const conversations: Of<number> = (tMs, world) =>
  messages(tMs, world) * (1 - 0.95 * world.incident(kafkaDown, tMs));
export const toolCallsPerConversation = 0.8;
export const toolCalls = times(conversations, toolCallsPerConversation);
/** Tool requests that a policy forbids, per second: a looping agent repeats the same one. */
export const stormBlocks: Of<number> = (tMs, world) => 18 * world.incident(policyStorm, tMs);
