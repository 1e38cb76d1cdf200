/* sheetinto.h - where kp2s-sheet writes: one output for all files, or one for each in a folder. */
#ifndef KP2S_SHEETINTO_H
#define KP2S_SHEETINTO_H

#include "err.h"
#include "str.h"

/* True when a terminal shows what is written to output (as in out_open()). */
bool into_terminal(const char *output);
/* True when output is a folder: it ends in a slash, or is one already. NULL is none. */
bool into_is_folder(const char *output);
/* The n paths FOLDER/NAME.csv, NAME being the file's name without the ending that tells its format; the
 * folder is made if need be. Refused: two files of one NAME (ST_USAGE). They live in the arena; NULL on
 * failure. */
const char **into_paths(struct arena *a, const char *folder, char **files, int n, struct err *e);

#endif
