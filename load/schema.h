/* schema.h - the schema of a warehouse beside its migrations: those that were applied are applied once more,
 * in a database of their own that is dropped again, and the catalogues of both are compared.
 */
#ifndef KP2S_SCHEMA_H
#define KP2S_SCHEMA_H

#include "out.h"
#include "pg.h"

struct schema_count {
    long objects, differences;
};

/* Writes a CSV line for each difference: difference, class and name of the object, its definition by the
 * migrations and in the warehouse. Needs the right to create a database. */
bool schema_compare(struct pg *pg, struct out *out, struct schema_count *count, struct err *e);

#endif
