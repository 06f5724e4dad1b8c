/**
 * In place of what Scenes has for its own developers: a drawer that shows the objects of a page, and a profiler of panels.
 * The app attaches no profiler; Scenes only asks whether one is there.
 */
export class VizPanelRenderProfiler {}
export const SceneDebugger = () => null;
