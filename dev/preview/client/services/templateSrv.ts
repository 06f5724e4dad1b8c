import type { ScopedVars, TypedVariableModel } from '@grafana/data';
import type { TemplateSrv, VariableInterpolation } from '@grafana/runtime';
import { sceneGraph, type SceneObject } from '@grafana/scenes';

type Format = string | ((value: unknown, variable: unknown) => string) | undefined;

const VARIABLE = /\$(\w+)|\[\[(\w+?)(?::(\w+))?\]\]|\$\{(\w+)(?:\.([^:^}]+))?(?::([^}]+))?\}/g;

/**
 * Template variables. Text that belongs to a scene (its object travels in `scopedVars`) is interpolated by the scene, as
 * Grafana does; anything else knows only the scoped variables themselves.
 */
export class PreviewTemplateSrv implements TemplateSrv {
  getVariables(): TypedVariableModel[] {
    return [];
  }

  replace(target?: string, scopedVars?: ScopedVars, format?: Format, interpolations?: VariableInterpolation[]): string {
    if (!target) {
      return target ?? '';
    }
    const holder = scopedVars?.__sceneObject?.value as { valueOf(): unknown } | undefined;
    if (holder) {
      return sceneGraph.interpolate(
        holder.valueOf() as SceneObject,
        target,
        scopedVars,
        format as never,
        interpolations
      );
    }
    return target.replace(VARIABLE, (whole: string, bare?: string, square?: string, _fmt?: string, braced?: string) => {
      const scoped = scopedVars?.[bare ?? square ?? braced ?? ''];
      return scoped === undefined || scoped === null ? whole : String(scoped.value);
    });
  }

  containsTemplate(target?: string): boolean {
    return target !== undefined && new RegExp(VARIABLE.source).test(target);
  }

  updateTimeRange(): void {
    // scenes keep their own time range
  }
}
