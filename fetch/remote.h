/* remote.h - the server of a source, as libcurl is told of it: trust, secrets and limits in one place.
 *
 * Certificates and host keys are always checked, TLS is 1.2 or newer, redirections are few, go to http and
 * https alone and never from https to http. Secrets go to libcurl in memory and only to the host that the
 * source names. One connection serves all that is asked of a source.
 */
#ifndef KP2S_REMOTE_H
#define KP2S_REMOTE_H

#include "secret.h"
#include "sources.h"

#include <curl/curl.h>

struct remote {
    const struct source *source;
    struct secret secret;
    CURL *curl;
    enum curl_khmatch host_key; /* of the last connection by sftp */
    char why[CURL_ERROR_SIZE];
};

/* A file there. */
struct target {
    const char *url, *shown; /* the whole address, and what of it may be told */
    struct str name;         /* as its folder lists it; empty: it comes from no folder, the server says it */
    struct str version;      /* an ETag, or size and time, as its folder lists it; empty: it does not */
    bool marked;             /* a marker says that it is complete */
};

/* Reads the secret and looks for the files of trust. False: e is filled; close it all the same. */
bool remote_open(struct remote *r, const struct source *s, struct err *e);
void remote_close(struct remote *r);

/* The handle for the next question, set up but for what is asked and where the answer goes. */
CURL *remote_ask(struct remote *r, const char *url);

/* Fills e with what libcurl, or the server by its status, says of shown. ST_TEMPORARY: it may pass. Both
 * return false. */
bool remote_fault(const struct remote *r, const char *shown, CURLcode code, struct err *e);
bool remote_refusal(const char *shown, long code, struct err *e);

/* After a try (from 1) that failed with e: true, having waited, when there should be another. */
bool remote_again(const struct remote *r, long try, const struct err *e);

bool remote_is_http(const struct remote *r);

#endif
