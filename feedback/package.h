/* package.h - the parts of a workbook as its relations tell them: the workbook, its sheets, its styles. */
#ifndef KP2S_PACKAGE_H
#define KP2S_PACKAGE_H

#include "relations.h"

struct package_sheet {
    struct str name; /* as shown */
    const struct zip_entry *part;
    struct relations relations;
    bool related; /* there is a part of its relations */
};

struct package {
    const struct zip *zip;
    struct arena arena;
    const struct zip_entry *types; /* [Content_Types].xml */
    const struct zip_entry *workbook;
    const struct zip_entry *styles; /* NULL when there is none */
    struct relations relations;     /* of the workbook */
    struct package_sheet *sheet;    /* those made of cells */
    size_t sheets;
    struct str *name; /* of all sheets, charts and dialogs included */
    size_t names;
    long last_id; /* the highest sheetId */
    bool strict;  /* the dialect: strict, else transitional */
    bool viewed;  /* the workbook says how it is shown */
    int fresh;    /* names and ids given out */
};

/* The archive is borrowed. */
bool package_open(struct package *p, const struct zip *z, struct err *e);
void package_close(struct package *p);

/* A name "STEM1END", "STEM2END" … beside the workbook's part that no part has and that was not given out.
 * Lives in the package's arena. */
struct str package_fresh_part(struct package *p, const char *stem, const char *end);
/* "STEMEND" if no part is named so, else as package_fresh_part(). */
struct str package_usual_part(struct package *p, const char *stem, const char *end);
/* An id that no relation has. Lives in the package's arena. */
struct str package_fresh_id(struct package *p, const struct relations *r);
/* The type of a relation in the workbook's dialect, "comments". Lives in the package's arena. */
struct str package_type(struct package *p, const char *type);
/* Whether the type of an archive's workbook lets it hold macros (.xlsm). */
bool package_macros(const struct zip *z, bool *macros, struct err *e);
/* The namespace of its elements. */
const char *package_namespace(const struct package *p);

#endif
