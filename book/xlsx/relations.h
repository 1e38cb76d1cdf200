/* relations.h - what a part of an Office Open XML archive refers to: its relations, by id and by type. */
#ifndef KP2S_RELATIONS_H
#define KP2S_RELATIONS_H

#include "zip.h"

struct relation {
    struct str id, type, target; /* target: a path within the archive */
};

struct relations {
    struct relation *relation;
    size_t n;
};

/* The relations of a part, by its name; of the archive itself, where the name is empty. A part may have none.
 * All of it lives in the arena. */
bool relations_read(const struct zip *z, struct str part, struct arena *a, struct relations *r,
                    struct err *e);
/* The name of the part that holds them: FOLDER/_rels/NAME.rels. Lives in the arena. */
struct str relations_name(struct str part, struct arena *a);
/* The first relation whose type ends so, as "/styles" does in both dialects; NULL when there is none. */
const struct relation *relations_typed(const struct relations *r, const char *type);
/* By its id; NULL when there is none. */
const struct relation *relations_with(const struct relations *r, struct str id);

#endif
