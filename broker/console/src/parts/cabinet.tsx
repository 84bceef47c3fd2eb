// A small picture of a box: its compartments as they stand, door open or shut, something inside.

import type { JSX } from "preact";
import type { BoxView, CompartmentView } from "../../../ports/views.ts";
import { t } from "../language.ts";

const cell = { width: 34, height: 26, gap: 4 } as const;
const frame = 5;
/** From this many compartments on it is drawn as a cabinet with rows; below, as a drop box. */
const cabinetFromCount = 3;
const cabinetColumns = 4;

export function isOpenDoor(view: CompartmentView): boolean {
  return !["closed", "unknown"].includes(view.door);
}

function isForced(view: CompartmentView): boolean {
  return view.door === "forced";
}

/** The picture in words. */
export function contentText(box: BoxView): string {
  const all = box.compartments;
  const count = (test: (view: CompartmentView) => boolean): number => all.filter(test).length;
  const parts = [
    ["box.pictureOccupied", count((view) => view.presence === "occupied")],
    ["box.pictureOpen", count(isOpenDoor)],
    ["box.pictureUnknown", count((view) => view.presence === "unknown")],
    ["box.pictureDisabled", count((view) => !view.isEnabled)],
  ] as const;
  const told = parts.filter(([, n]) => n > 0).map(([key, n]) => t(key, { n }));
  return [t("box.picture", { n: all.length }), ...told].join(" · ");
}

function Envelope({ x, y }: { x: number; y: number }): JSX.Element {
  const left = x + cell.width / 2 - 8;
  const top = y + cell.height / 2 - 5;
  return (
    <g class="envelope">
      <rect x={left} y={top} width="16" height="11" rx="1" />
      <path d={`M${left} ${top + 1}l8 5 8-5`} />
    </g>
  );
}

function DoorLeaf({ view, x, y }: { view: CompartmentView; x: number; y: number }): JSX.Element {
  const { width, height } = cell;
  if (!isOpenDoor(view)) {
    return (
      <>
        <rect class="leaf" x={x} y={y} width={width} height={height} rx="1.5" />
        <path class="handle" d={`M${x + width - 4} ${y + height / 2 - 3}v6`} />
      </>
    );
  }
  const swing = view.door === "ajar" ? width - 7 : 8;
  const leaf = `M${x} ${y}l${swing} 4v${height - 8}l${-swing} 4z`;
  return (
    <>
      <rect class="inside" x={x} y={y} width={width} height={height} rx="1.5" />
      <path class="leaf" d={leaf} />
    </>
  );
}

interface CellProps {
  readonly view: CompartmentView;
  readonly x: number;
  readonly y: number;
  readonly isNumbered: boolean;
}

function Compartment({ view, x, y, isNumbered }: CellProps): JSX.Element {
  const state = isForced(view) ? "forced" : view.isEnabled ? "" : "disabled";
  const middle = { x: x + cell.width / 2, y: y + cell.height / 2 + 5 };
  return (
    <g class={`cell ${state}`}>
      <DoorLeaf view={view} x={x} y={y} />
      {isNumbered && (
        <text class="number" x={x + (isOpenDoor(view) ? 11 : 3)} y={y + 8}>
          {view.compartment}
        </text>
      )}
      {view.presence === "occupied" && <Envelope x={x} y={y} />}
      {view.presence === "unknown" && (
        <text class="query" x={middle.x} y={middle.y}>
          ?
        </text>
      )}
      {!view.isEnabled && (
        <path class="bar" d={`M${x + 4} ${y + 4}l${cell.width - 8} ${cell.height - 8}`} />
      )}
      {isForced(view) && <path class="crack" d={`M${x + 22} ${y - 2}l-5 10 6 4-6 8 3 8`} />}
    </g>
  );
}

/** A drop box has a slanted lid with a slot, as the red boxes at the piers do. */
function Lid({ width }: { width: number }): JSX.Element {
  return (
    <>
      <path class="case" d={`M4 14L10 3h${width - 20}l6 11z`} />
      <path class="slot" d={`M${width / 2 - 11} 9h22`} />
    </>
  );
}

/** `isLarge` is for a page of its own, with the numbers on the doors. */
export function Cabinet({
  box,
  isLarge = false,
}: {
  box: BoxView;
  isLarge?: boolean;
}): JSX.Element {
  const count = Math.max(1, box.compartments.length);
  const isCabinet = count >= cabinetFromCount;
  const columns = isCabinet ? Math.min(cabinetColumns, count) : count;
  const rows = Math.ceil(count / columns);
  const top = isCabinet ? 0 : 13;
  const width = columns * (cell.width + cell.gap) - cell.gap + 2 * frame;
  const height = rows * (cell.height + cell.gap) - cell.gap + 2 * frame;
  return (
    <svg
      class={`cabinet ${isCabinet ? "" : "drop"}`}
      viewBox={`-1 -1 ${width + 2} ${top + height + 2}`}
      style={{ width: `${(width + 2) * (isLarge ? 1.7 : 1)}px` }}
      role="img"
      aria-label={contentText(box)}
    >
      {!isCabinet && <Lid width={width} />}
      <rect class="case" x="0" y={top} width={width} height={height} rx="3" />
      {box.compartments.map((view, index) => (
        <Compartment
          key={view.compartment}
          view={view}
          isNumbered={isLarge}
          x={frame + (index % columns) * (cell.width + cell.gap)}
          y={top + frame + Math.floor(index / columns) * (cell.height + cell.gap)}
        />
      ))}
    </svg>
  );
}
