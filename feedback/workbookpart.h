/* workbookpart.h - the small parts that tie a workbook together, with what is added to it: the workbook, its
 * relations, those of sheets, the list of content types. */
#ifndef KP2S_WORKBOOKPART_H
#define KP2S_WORKBOOKPART_H

#include "archive.h"
#include "package.h"

/* What is added to a workbook: the list of marks, formats where it had none, comments. Texts are part names.
 */
struct additions {
    struct str list_name, list_part, list_id;
    struct str styles_part, styles_id; /* styles_part is empty where there are some */
    struct str *texts;
    size_t texts_n;
    bool drawings;
};

struct new_relation {
    struct str id, type, part; /* part is empty: none */
};

/* For all: archive_begin() came before. */

/* The list comes first of the sheets; indices of sheets count on. */
bool workbook_part(struct package *p, const struct additions *a, struct archive *into, struct err *e);
bool workbook_relations(struct package *p, const struct additions *a, const struct zip_entry *rels,
                        struct archive *into, struct err *e);
bool workbook_types(struct package *p, const struct additions *a, struct archive *into, struct err *e);
/* old: NULL when the part had none. */
bool relations_write(const struct package *p, const struct zip_entry *old, const struct new_relation *fresh,
                     size_t n, struct archive *into, struct err *e);

#endif
