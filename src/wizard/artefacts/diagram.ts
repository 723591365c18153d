/** A point in the drawing, in its own units (the drawing is 390 wide, so a unit is at most a pixel at 360 px). */
export type Point = readonly [x: number, y: number];

/** A line of text at a place. */
export interface DiagramText {
  readonly text: string;
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly strong: boolean;
}

export interface DiagramNode {
  readonly id: string;
  readonly shape: 'pill' | 'box' | 'cylinder' | 'queue';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Not run by you: drawn with a dashed edge. */
  readonly outside: boolean;
  /** Drawn as a second box behind the first: there are replicas, or more of the same kind. */
  readonly stacked: boolean;
  readonly texts: readonly DiagramText[];
}

export interface DiagramEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** `async` is drawn dashed. */
  readonly kind: 'sync' | 'async';
  /** Straight segments; the last point carries the arrowhead. */
  readonly points: readonly Point[];
  readonly texts: readonly DiagramText[];
}

/** A drawing that needs no measuring: draw the nodes, then the edges, then the texts. */
export interface Diagram {
  readonly width: number;
  readonly height: number;
  /** In drawing order: a node inside another one comes later. */
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  /** The drawing in a few sentences, for `aria-label` and for readers who do not see it. */
  readonly description: string;
}
