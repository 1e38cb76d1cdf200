#include "whom.h"

#include "date.h"

#include <stdio.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <openssl/crypto.h>

enum { STAND_IN_PARTS = 5, MOST_TOKENS = 20 };

static bool is_token(struct str s)
{
    size_t i = 0;
    while (i < s.len && ((s.ptr[i] >= '0' && s.ptr[i] <= '9') || (s.ptr[i] >= 'a' && s.ptr[i] <= 'f')))
        i++;
    return i == s.len && s.len == TOKEN_SIZE - 1;
}

/* NAME;BIRTH;SEX;PARENT;REGION, as the files had them when the person was loaded. */
static bool stand_in(struct identity *identity, struct str line, char token[TOKEN_SIZE])
{
    struct str part[STAND_IN_PARTS];
    struct date birth;
    char day[16];
    for (int i = 0; i < STAND_IN_PARTS; i++)
        part[i] = str_trim(str_cut(&line, ';'));
    bool sex = part[2].len == 0 || str_is(part[2], "L") || str_is(part[2], "P");
    if (line.len > 0 || part[0].len == 0 || !sex || part[4].len == 0 ||
        date_read(part[1], &birth) != DATE_READ)
        return false;
    date_text(birth, day);
    struct person p = {part[0], part[3], str_c(day), part[2], part[4]};
    identity_of_person(identity, &p, token);
    return true;
}

static bool token_of(struct identity *identity, struct str line, char token[TOKEN_SIZE])
{
    if (is_token(line)) {
        *str_copy(token, line) = '\0';
        return true;
    }
    if (memchr(line.ptr, ';', line.len))
        return stand_in(identity, line, token);
    struct nik nik = nik_read(line);
    if (nik.worth != NIK_GOOD && nik.worth != NIK_TEMPORARY)
        return false;
    identity_of_nik(identity, &nik, token);
    OPENSSL_cleanse(&nik, sizeof nik);
    return true;
}

static bool read_lines(struct whom *w, struct identity *identity, FILE *f, struct arena *a, struct err *e)
{
    char line[1000], token[TOKEN_SIZE];
    long number = 0;
    bool ok = true;
    while (ok && fgets(line, sizeof line, f)) {
        struct str text = str_trim(str_c(line));
        number++;
        if (text.len == 0)
            continue;
        if (w->tokens == MOST_TOKENS || !token_of(identity, text, token)) {
            ok = err_set(e, ST_UNREADABLE,
                         w->tokens == MOST_TOKENS
                             ? "line %ld: all lines are of one person, and there are too many"
                             : "line %ld is no NIK by which the warehouse could know a person",
                         number);
            err_hint(e, "a line is a NIK, a token of 32 hex digits, or NAME;BIRTH;SEX;PARENT;REGION "
                        "(doc/privacy.md)");
        } else
            w->array = arena_printf(a, "%.*s%s%s", STR_ARG(w->array), w->tokens++ ? "," : "{", token);
    }
    OPENSSL_cleanse(line, sizeof line);
    if (ok && ferror(f))
        ok = err_sys(e, "cannot read who is asked about");
    if (ok && w->tokens == 0) {
        ok = err_set(e, ST_NOINPUT, "nobody is asked about");
        err_hint(e, "give the NIK on standard input, or in a file with --from");
    }
    w->array = arena_printf(a, "%.*s}", STR_ARG(w->array));
    return ok;
}

/* A person types the NIK: it does not stay on the screen. */
static bool read_hidden(struct whom *w, struct identity *identity, struct arena *a, struct err *e)
{
    struct termios was, hidden;
    if (tcgetattr(STDIN_FILENO, &was) != 0)
        return read_lines(w, identity, stdin, a, e);
    hidden = was;
    hidden.c_lflag &= ~(tcflag_t)ECHO;
    fprintf(stderr, "NIK (not shown; end with Ctrl-D on a line of its own): ");
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    bool ok = read_lines(w, identity, stdin, a, e);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &was);
    fprintf(stderr, "\n");
    return ok;
}

bool whom_read(struct whom *w, struct identity *identity, const char *path, struct arena *a, struct err *e)
{
    *w = (struct whom){0};
    snprintf(w->key_id, sizeof w->key_id, "%s", identity_key_id(identity));
    if (!path)
        return isatty(STDIN_FILENO) ? read_hidden(w, identity, a, e) : read_lines(w, identity, stdin, a, e);
    FILE *f = fopen(path, "r");
    if (!f)
        return err_sys(e, "cannot open '%s'", path);
    bool ok = read_lines(w, identity, f, a, e) || err_place(e, "%s", path);
    fclose(f);
    return ok;
}
