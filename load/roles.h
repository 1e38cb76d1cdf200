/* roles.h - the group roles of the warehouse and their rights, as they should be (doc/privacy.md). */
#ifndef KP2S_ROLES_H
#define KP2S_ROLES_H

#include "out.h"
#include "pg.h"

/* Makes what is lacking and takes back what should not be there, in one transaction; a CSV line
 * change,role,object,privilege for each. The roles of kabupaten/kota are those of the province. dry: nothing
 * is kept. *changes: how many there were. */
bool roles_provide(struct pg *pg, const char *province, bool dry, struct out *out, long *changes,
                   struct err *e);
/* Whether the warehouse's roles were provided. */
bool roles_provided(struct pg *pg, bool *provided, struct err *e);
/* The rights and policies alone, of roles that are there: for a schema to be compared with the warehouse's.
 */
bool roles_rights(struct pg *pg, struct err *e);

#endif
