function point(cx: number, cy: number, radius: number, angleDeg: number): string {
  const angle = ((angleDeg - 90) * Math.PI) / 180;
  return `${(cx + radius * Math.cos(angle)).toFixed(3)} ${(cy + radius * Math.sin(angle)).toFixed(3)}`;
}

/** An SVG arc along a circle; angles in degrees, clockwise from the top. */
export function arcPath(cx: number, cy: number, radius: number, fromDeg: number, toDeg: number): string {
  const large = toDeg - fromDeg > 180 ? 1 : 0;
  return `M ${point(cx, cy, radius, fromDeg)} A ${radius} ${radius} 0 ${large} 1 ${point(cx, cy, radius, toDeg)}`;
}

/** A slice of a pie, or of a ring when the inner radius is more than zero. A full turn stops just short of itself. */
export function slicePath(
  cx: number,
  cy: number,
  inner: number,
  outer: number,
  fromDeg: number,
  toDeg: number
): string {
  const endDeg = Math.min(toDeg, fromDeg + 359.99);
  const large = endDeg - fromDeg > 180 ? 1 : 0;
  const outside = `${arcPath(cx, cy, outer, fromDeg, endDeg)}`;
  return inner > 0
    ? `${outside} L ${point(cx, cy, inner, endDeg)} A ${inner} ${inner} 0 ${large} 0 ${point(cx, cy, inner, fromDeg)} Z`
    : `${outside} L ${cx} ${cy} Z`;
}
