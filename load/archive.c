#include "archive.h"
#include "sha.h"

#include <stdio.h>
#include <unistd.h>

bool archive_find(const char *archive, struct str sha256, struct str file, char path[PATH_MAX], struct err *e)
{
    char have[SHA_HEX];
    long long bytes;
    if (sha256.len < 3 ||
        snprintf(path, PATH_MAX, "%s/%.2s/%.*s", archive, sha256.ptr, STR_ARG(sha256)) >= PATH_MAX)
        return err_set(e, ST_NOINPUT, "no file '%.*s' in the archive '%s'", STR_ARG(sha256), archive);
    if (access(path, F_OK) != 0) {
        err_set(e, ST_NOINPUT, "the archive has no original of '%.*s': '%s'", STR_ARG(file), path);
        return err_hint(e, "is --archive right? kp2s-fetch puts originals there");
    }
    if (!sha_file(path, have, &bytes, e))
        return false;
    return str_is(sha256, have) ||
           err_set(e, ST_UNREADABLE, "the archived file '%s' was changed: its SHA-256 is %s", path, have);
}
