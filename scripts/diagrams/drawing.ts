/** Lines that end in a mark. The tip lies at (x, y) and points along `angle`, in radians. */
export interface Head {
  readonly mark: 'arrow' | 'cross' | 'circle';
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** One thing to draw, in the coordinates of the whole drawing. `className` may be empty. */
export type Shape =
  | {
      readonly kind: 'rect';
      readonly className: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: 'circle';
      readonly className: string;
      readonly x: number;
      readonly y: number;
      readonly radius: number;
    }
  | {
      readonly kind: 'path';
      readonly className: string;
      readonly d: string;
      readonly heads: readonly Head[];
    }
  | {
      readonly kind: 'text';
      readonly className: string;
      /** Middle of the line, and its baseline. */
      readonly x: number;
      readonly y: number;
      readonly text: string;
    };

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What Mermaid laid out, without any of its styling. */
export interface Drawing {
  readonly title: string;
  readonly description: string;
  readonly box: Box;
  readonly shapes: readonly Shape[];
}
