/* kind.h - the five kinds of data record, before transform (as found) and after it (as meant).
 *
 * There is no sixth kind without a new fact table. Columns as found are the vocabulary of layouts: a layout
 * uses those it has. Columns as meant are fixed, in this order: they are the header that kp2s-load takes.
 */
#ifndef KP2S_KIND_H
#define KP2S_KIND_H

#include "str.h"

enum kind { KIND_COVERAGE, KIND_MEASUREMENT, KIND_SERVICE, KIND_ASSESSMENT, KIND_EVIDENCE, KIND_COUNT };

extern const char *const kind_names[KIND_COUNT]; /* "coverage", … */
/* KIND_COUNT when the name is none. */
enum kind kind_of(struct str name);

/* Columns a layout may fill; end with NULL. Region columns are common to all kinds and come first. */
extern const char *const *const kind_found[KIND_COUNT];
/* Of those, the ones whose cells are a record's values: the addresses in its `cell` stand in this order. */
extern const char *const *const kind_values[KIND_COUNT];
/* Columns after transform; end with NULL. */
extern const char *const *const kind_meant[KIND_COUNT];
/* True for columns as found that hold personal data (nik, kk, name, parent): masked in remarks, never after
 * transform. */
bool kind_personal(struct str column);

#endif
