/* aksi7.h - the publication tables of Aksi 7: what kp2s-publish lets be published, and no other figure. */
#ifndef KP2S_REPORT_AKSI7_H
#define KP2S_REPORT_AKSI7_H

#include "book.h"

/* Writes the workbook. Refused: a year that kp2s-publish did not publish, or
 * not since its review. */
bool aksi7_write(struct data *data, struct pg *pg, const char *path, struct arena *a, struct err *e);

#endif
