import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type Column<Row> = {
  /** The column's heading, and on a phone the words before its value. */
  heading: string;
  cell: (row: Row) => ReactNode;
  /** The cell that names its row: read out as the row's header. */
  isRowHeader?: boolean;
  headingIsHidden?: boolean;
  /** A number: it stands at the end of its column, under its heading. */
  isNumber?: boolean;
  className?: string;
};

type TableProps<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What stands there instead when there are no rows. */
  empty?: ReactNode;
};

/** Rows and columns. On a phone every row is a card with its cells under each other. */
export function Table<Row>({ caption, columns, rows, rowKey, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return <div className="py-8 text-center text-ink-soft">{empty}</div>;
  return (
    <table className="block w-full sm:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="hidden sm:table-header-group">
        <tr className="border-line border-b text-start text-ink-soft text-sm">
          {columns.map((column) => (
            <th
              key={column.heading}
              scope="col"
              className={cx("px-3 py-2 font-medium", column.isNumber ? "text-end" : "text-start")}
            >
              <span className={column.headingIsHidden ? "sr-only" : undefined}>{column.heading}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {rows.map((row) => (
          <tr key={rowKey(row)} className="block border-line border-b py-2 sm:table-row sm:py-0">
            {columns.map((column) => {
              const Cell = column.isRowHeader ? "th" : "td";
              return (
                <Cell
                  key={column.heading}
                  scope={column.isRowHeader ? "row" : undefined}
                  className={cx(
                    "block px-3 py-1 text-start align-middle font-normal sm:table-cell sm:py-2.5",
                    column.isNumber && "tabular-nums sm:text-end",
                    column.className,
                  )}
                >
                  {!column.isRowHeader && !column.headingIsHidden && (
                    <span className="me-2 text-ink-soft text-sm sm:hidden">{column.heading}</span>
                  )}
                  {column.cell(row)}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
