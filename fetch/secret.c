#include "secret.h"

#include "str.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool closed_to_others(int fd, const char *path, struct err *e)
{
    struct stat st;
    if (fstat(fd, &st) != 0)
        return err_sys(e, "cannot read the credentials '%s'", path);
    if (!S_ISREG(st.st_mode))
        return err_set(e, ST_PERMISSION, "the credentials '%s' are no ordinary file", path);
    if (st.st_uid != geteuid() && st.st_uid != 0)
        return err_set(e, ST_PERMISSION, "the credentials '%s' belong to another user", path);
    if ((st.st_mode & 077) == 0)
        return true;
    err_set(e, ST_PERMISSION, "the credentials '%s' are open to other users", path);
    return err_hint(e, "chmod 600 %s", path);
}

/* One line, NUL-terminated; it becomes what the secret points to. */
static bool take_line(struct secret *s, char *line)
{
    const struct {
        const char *name;
        char **value;
    } keys[] = {{"user", &s->user}, {"password", &s->password}, {"token", &s->token}, {"key", &s->key}};
    struct str rest = str_trim(str_c(line));
    if (rest.len == 0 || rest.ptr[0] == '#')
        return true;
    struct str name = str_trim(str_cut(&rest, '=')), value = str_trim(rest);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (str_is(name, keys[i].name) && value.len > 0 && !*keys[i].value) {
            *keys[i].value = line + (value.ptr - line);
            (*keys[i].value)[value.len] = '\0';
            return true;
        }
    return false;
}

static bool take_lines(struct secret *s, const char *path, struct err *e)
{
    int n = 0;
    for (char *line = s->text, *next; line; line = next) {
        if ((next = strchr(line, '\n')))
            *next++ = '\0';
        n++;
        if (!take_line(s, line)) {
            err_set(e, ST_CONFIG, "not a line of credentials");
            err_hint(e, "user = ..., password = ..., token = ... and key = FILE are, each once");
            return err_place(e, "%s, line %d", path, n);
        }
    }
    return true;
}

bool secret_read(struct secret *s, const char *path, struct err *e)
{
    *s = (struct secret){0};
    if (!path)
        return true;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return err_sys(e, "cannot open the credentials '%s'", path);
    bool ok = closed_to_others(fd, path, e);
    ssize_t n = ok ? read(fd, s->text, sizeof s->text) : 0;
    close(fd);
    if (n < 0)
        return err_sys(e, "cannot read the credentials '%s'", path);
    if (ok && ((size_t)n == sizeof s->text || memchr(s->text, '\0', (size_t)n)))
        ok = err_set(e, ST_CONFIG, "the credentials '%s' are too long, or no text", path);
    return ok && take_lines(s, path, e);
}

void secret_wipe(struct secret *s)
{
    explicit_bzero(s, sizeof *s);
}
