/** A table of "from, to" as spreadsheets write it: commas, semicolons or tabs, quotation marks where needed. */
export type CsvLine = { line: number; cells: string[] };

const MOST_LINES = 200_000;

export function readCsv(text: string): CsvLine[] {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const mark = separatorOf(plain.slice(0, plain.indexOf("\n") === -1 ? undefined : plain.indexOf("\n")));
  const lines: CsvLine[] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  let [line, began] = [1, 1];
  const endLine = () => {
    cells.push(cell.trim());
    if (cells.some((each) => each !== "") && lines.length < MOST_LINES) lines.push({ line: began, cells });
    [cells, cell] = [[], ""];
  };
  for (let at = 0; at < plain.length; at += 1) {
    const letter = plain[at] ?? "";
    if (letter === "\n") line += 1;
    if (isQuoted && letter === '"' && plain[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"' && (isQuoted || cell.trim() === "")) isQuoted = !isQuoted;
    else if (letter === mark && !isQuoted) {
      cells.push(cell.trim());
      cell = "";
    } else if (letter === "\n" && !isQuoted) {
      endLine();
      began = line;
    } else cell += letter;
  }
  endLine();
  return lines;
}

/** Whichever stands most often in the first line; addresses hold commas now and then. */
function separatorOf(first: string): string {
  const counted = [",", ";", "\t"].map((mark) => ({ mark, count: first.split(mark).length }));
  return counted.sort((a, b) => b.count - a.count)[0]?.mark ?? ",";
}

/** One cell for a file: what a spreadsheet would run as a formula is kept from it. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
