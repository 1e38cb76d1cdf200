/* keyring.h - the identity key under which the warehouse's tokens are made: one at a time
 * (audit.identity_key). */
#ifndef KP2S_KEYRING_H
#define KP2S_KEYRING_H

#include "kind.h"
#include "pg.h"

/* Refuses records of pg_temp.stage whose tokens are of another key than the warehouse's: persons would not be
 * known again. The first persons that are loaded make their key the warehouse's. Kinds without persons pass.
 */
bool keyring_check(struct pg *pg, enum kind kind, struct err *e);

#endif
