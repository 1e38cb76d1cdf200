/* guessgroup.h - the columns of a sheet that hold figures, as groups of a layout.
 */
#ifndef KP2S_GUESSGROUP_H
#define KP2S_GUESSGROUP_H

#include "guessmatch.h"
#include "guesssheet.h"

enum { GGROUP_PARTS = 4, GGROUPS = 200, GGROUP_SURE = 85 };

/* A field of a group and its heading, or its text. */
struct gpart {
    const char *field;
    struct str text;
};

struct ggroup {
    struct str id;
    struct gpart heading[GGROUP_PARTS], constant[GGROUP_PARTS];
    size_t headings, constants;
    bool part;      /* its period is a month or the like, without a year */
    bool sure;      /* else it is written as a comment */
    struct str why; /* evidence, in Indonesian */
};

struct ggroups {
    struct ggroup *group;
    size_t n;
};

/* Finds the groups of a sheet and marks the columns they read. title: what stands above the table and the
 * sheet's name. All lives in the arena. */
void ggroups_find(struct gsheet *s, const struct gcatalogue *c, const struct gplaces *places,
                  struct str title, struct arena *a, struct ggroups *groups);

/* For its parts: a column of figures that nothing reads yet; a further group, NULL when there are too many;
 * how alike, as "0,83". */
bool ggroups_figure(const struct column *c);
struct ggroup *ggroups_add(struct ggroups *groups);
struct str ggroups_alike(struct arena *a, int how);
/* Groups that repeat, by months, years, regions or sexes side by side; found first. */
void grepeat_find(struct gsheet *s, const struct gcatalogue *c, const struct gplaces *places,
                  struct str title, struct arena *a, struct ggroups *groups);

#endif
