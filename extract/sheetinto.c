#include "sheetinto.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

bool into_terminal(const char *output)
{
    struct stat st;
    if (!output || strcmp(output, "-") == 0)
        return isatty(STDOUT_FILENO);
    return stat(output, &st) == 0 && S_ISCHR(st.st_mode);
}

bool into_is_folder(const char *output)
{
    struct stat st;
    size_t len = output ? strlen(output) : 0;
    return len > 0 && (output[len - 1] == '/' || (stat(output, &st) == 0 && S_ISDIR(st.st_mode)));
}

static bool cut_ending(struct str *name, const char *ending)
{
    size_t len = strlen(ending);
    if (name->len <= len || strncasecmp(name->ptr + name->len - len, ending, len) != 0)
        return false;
    name->len -= len;
    return true;
}

/* A dot may belong to the name, as in "Kab. Sambas": only endings that are known are cut off. */
static struct str bare_name(const char *path)
{
    static const char *const endings[] = {".xlsx", ".xlsm", ".xls", ".ods",  ".csv",
                                          ".tsv",  ".txt",  ".htm", ".html", NULL};
    const char *slash = strrchr(path, '/');
    struct str name = str_c(slash ? slash + 1 : path);
    cut_ending(&name, ".gz");
    for (size_t i = 0; endings[i] && !cut_ending(&name, endings[i]);)
        i++;
    return name;
}

struct target {
    const char *path, *file;
};

static int by_path(const void *left, const void *right)
{
    return strcmp(((const struct target *)left)->path, ((const struct target *)right)->path);
}

static bool apart(struct target *target, int n, struct err *e)
{
    qsort(target, (size_t)n, sizeof *target, by_path);
    for (int i = 1; i < n; i++) {
        if (strcmp(target[i - 1].path, target[i].path) != 0)
            continue;
        err_set(e, ST_USAGE, "'%s' and '%s' would both be written to '%s'", target[i - 1].file,
                target[i].file, target[i].path);
        return err_hint(e, "give them in two calls, each with a folder of its own");
    }
    return true;
}

const char **into_paths(struct arena *a, const char *folder, char **files, int n, struct err *e)
{
    const char **paths = arena_alloc(a, (size_t)n * sizeof *paths);
    struct target *target = arena_alloc(a, (size_t)n * sizeof *target);
    size_t len = strlen(folder);
    for (int i = 0; i < n; i++) {
        struct str name = bare_name(files[i]);
        paths[i] =
            arena_printf(a, "%s%s%.*s.csv", folder, folder[len - 1] == '/' ? "" : "/", STR_ARG(name)).ptr;
        target[i] = (struct target){paths[i], files[i]};
    }
    if (!apart(target, n, e))
        return NULL;
    if (mkdir(folder, 0700) != 0 && errno != EEXIST) {
        err_set(e, ST_CANTCREATE, "cannot create the folder '%s': %s", folder, strerror(errno));
        return NULL;
    }
    return paths;
}
