/* keyring.h - the identity key under which the warehouse's tokens are made: one at a time
 * (audit.identity_key). */
#ifndef KP2S_KEYRING_H
#define KP2S_KEYRING_H

#include "pg.h"

/* Refuses tokens of another key than the warehouse's: persons would not be known again. The first persons
 * that are loaded make their key the warehouse's. key: empty where there are no persons. */
bool keyring_check(struct pg *pg, const char *key, struct err *e);

#endif
