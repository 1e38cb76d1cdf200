/* xlsx.h - an Office Open XML workbook (.xlsx, .xlsm): its sheets, styles and shared strings. */
#ifndef KP2S_XLSX_H
#define KP2S_XLSX_H

#include "sheetxml.h"

struct xlsx;

/* fd and path are borrowed until xlsx_close(). Refuses a zip archive that is no workbook by what it is. */
struct xlsx *xlsx_open(int fd, const char *path, struct err *e);
void xlsx_close(struct xlsx *x);
/* Its parts, as long as it is open. */
const struct zip *xlsx_archive(const struct xlsx *x);
size_t xlsx_sheets(const struct xlsx *x);
const struct sheet *xlsx_sheet(const struct xlsx *x, size_t i);
bool xlsx_epoch1904(const struct xlsx *x); /* as book_epoch1904() */
/* The sheet's part and what it refers to: shared strings and styles are read when first asked for. */
bool xlsx_source(struct xlsx *x, size_t i, struct sheetsource *source, struct err *e);

#endif
