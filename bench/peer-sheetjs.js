// The first sheet of each file as CSV by SheetJS (npm package xlsx), with the dense sheets that it recommends for speed.
const XLSX = require("xlsx");
for (const path of process.argv.slice(2)) {
  const book = XLSX.readFile(path, { dense: true, dateNF: "yyyy-mm-dd" });
  process.stdout.write(XLSX.utils.sheet_to_csv(book.Sheets[book.SheetNames[0]]) + "\n");
}
