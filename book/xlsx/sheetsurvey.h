/* sheetsurvey.h - what a worksheet part says before and behind its rows. */
#ifndef KP2S_SHEETSURVEY_H
#define KP2S_SHEETSURVEY_H

#include "sheetcells.h"

/* Reads the part for its dimension and hidden columns, which stand before the rows; when the whole is wanted,
 * to its end for its merged cells. Lives in the arena. */
bool sheetsurvey(const struct sheetsource *source, bool whole, struct arena *a, struct survey *survey,
                 struct err *e);

#endif
