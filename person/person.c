/* kp2s-person - what the warehouse holds on a person, and how it is taken out of it.
 *
 * in:  held, erase: one person, from standard input or a file, never from the command line. file: the SHA-256
 *      of a file, or the file. retention: the rules of etc/catalogue/privacy.csv
 * out: CSV on standard output; audit.person_access says who asked what and why, before anything is answered
 * refuses: a request without a reason, a key that is not the warehouse's; to erase without --confirm
 */
#include "mask.h"
#include "out.h"
#include "pg.h"
#include "prog.h"
#include "sha.h"
#include "whom.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct options {
    const char *db, *key, *reason, *from, *archive, *path;
    bool confirm, tokens;
};

struct request {
    struct pg pg;
    struct arena arena;
    const struct options *o;
    const char *operand;
    long rows; /* that were answered */
};

/* --- asking --- */

static bool connect(struct request *r, struct err *e)
{
    return pg_connect(&r->pg, r->o->db, e);
}

static bool may(struct err *e)
{
    if (e->status == ST_PERMISSION)
        err_hint(e, "who may ask about persons is a member of kp2s_person (doc/privacy.md)");
    return false;
}

/* The request is recorded, and committed, before it is answered: *ticket, in the arena. */
static bool ask(struct request *r, const char *what, const char *subject, const char **ticket, struct err *e)
{
    bool found;
    struct str value, reason = mask_numbers(&r->arena, str_c(r->o->reason));
    const char *params[] = {what, subject, arena_cstr(&r->arena, reason)};
    if (!pg_value(&r->pg, &r->arena, "select audit.ask($1, $2::text[], $3)", 3, params, &found, &value, e))
        return may(e);
    *ticket = arena_cstr(&r->arena, value);
    return true;
}

static bool has_reason(const struct options *o, struct err *e)
{
    if (o->reason && *o->reason)
        return true;
    err_set(e, ST_USAGE, "why it is asked is missing");
    return err_hint(e, "--reason TEXT: it is kept with the request in audit.person_access");
}

/* Tokens of another key than the warehouse's would find nobody, and say that nothing is held. */
static bool check_key(struct request *r, const char *key_id, struct err *e)
{
    bool found;
    struct str present;
    if (!pg_value(&r->pg, &r->arena, "select key_id from audit.identity_key where until is null", 0, NULL,
                  &found, &present, e))
        return may(e);
    if (!found)
        return err_set(e, ST_NOINPUT, "the warehouse has no persons");
    if (str_is(present, key_id))
        return true;
    err_set(e, ST_CONFIG, "the key file is of key '%s', the warehouse's tokens are of key '%.*s'", key_id,
            STR_ARG(present));
    return err_hint(e, "name the warehouse's key file with --key");
}

static bool read_whom(struct request *r, struct whom *w, struct err *e)
{
    const char *key = r->o->key ? r->o->key : getenv("KP2S_KEY");
    if (!key) {
        err_set(e, ST_USAGE, "the identity key is missing");
        return err_hint(e, "name the warehouse's key file by --key or KP2S_KEY");
    }
    struct identity *identity = identity_open(key, e);
    bool ok = identity && whom_read(w, identity, r->o->from, &r->arena, e);
    identity_close(identity);
    return ok;
}

/* --- answering --- */

/* Runs the statement with the ticket ($1) and prints what it gives; keep: what it did is kept. The answer is
 * kept first: what was erased is told only when it is. *result is the caller's to clear. */
static bool answer(struct request *r, const char *sql, const char *ticket, bool keep, PGresult **result,
                   struct err *e)
{
    struct out *out = out_open(r->o->path, e);
    *result = NULL;
    bool ok = out && pg_run(&r->pg, "begin", e);
    if (ok)
        *result = pg_query(&r->pg, sql, ticket ? 1 : 0, &ticket, e);
    ok = *result && pg_run(&r->pg, keep ? "commit" : "rollback", e);
    if (!ok) {
        out_abandon(out);
        return may(e);
    }
    pg_csv(out, *result);
    r->rows = PQntuples(*result);
    return out_commit(out, e);
}

static bool held(struct request *r, struct err *e)
{
    struct whom w;
    const char *ticket;
    PGresult *result = NULL;
    bool ok = has_reason(r->o, e) && read_whom(r, &w, e) && connect(r, e) && check_key(r, w.key_id, e) &&
              ask(r, "held", w.array.ptr, &ticket, e) &&
              answer(r, "select * from audit.held($1::bigint)", ticket, true, &result, e);
    PQclear(result);
    if (ok)
        prog_log(LOG_INFO, "request %s: %ld rows are held; %.1f s", ticket, r->rows, prog_seconds());
    return ok;
}

/* Files of the archive are bytes that agencies sent: a person takes them away, or has them corrected. */
static void tell_archive(const struct request *r, const PGresult *result)
{
    const char *archive = r->o->archive ? r->o->archive : getenv("KP2S_ARCHIVE");
    for (int i = 0; archive && i < PQntuples(result); i++) {
        char path[4096];
        const char *sha = PQgetvalue(result, i, 1);
        snprintf(path, sizeof path, "%s/%.2s/%s", archive, sha, sha);
        if (access(path, F_OK) == 0)
            prog_log(LOG_WARN, "the archive still holds the person: '%s', in %s", PQgetvalue(result, i, 0),
                     path);
    }
    if (PQntuples(result) > 0)
        prog_log(LOG_WARN,
                 "the files themselves, and copies of the database, still hold the person: have the agency "
                 "send the files without them, then remove these (doc/privacy.md)");
}

static bool erase(struct request *r, struct err *e)
{
    struct whom w;
    const char *ticket;
    PGresult *result = NULL;
    bool confirm = r->o->confirm;
    bool ok = has_reason(r->o, e) && read_whom(r, &w, e) && connect(r, e) && check_key(r, w.key_id, e) &&
              ask(r, "erase", w.array.ptr, &ticket, e) &&
              answer(r, "select * from audit.erase($1::bigint)", ticket, confirm, &result, e);
    if (ok && confirm)
        tell_archive(r, result);
    PQclear(result);
    if (ok && r->rows > 0 && !confirm) {
        err_set(e, ST_CONFIRM, "rows of %ld submissions would be erased; nothing was", r->rows);
        return err_hint(e, "is it the right person? kp2s-person held shows the rows; --confirm erases them");
    }
    if (ok)
        prog_log(LOG_INFO, "request %s: rows of %ld submissions erased; %.1f s", ticket, r->rows,
                 prog_seconds());
    return ok;
}

/* Where a file is named, its hash. */
static bool find_hash(struct request *r, char hash[SHA_HEX], struct err *e)
{
    long long bytes;
    if (strlen(r->operand) == SHA_HEX - 1 && strspn(r->operand, "0123456789abcdef") == SHA_HEX - 1) {
        snprintf(hash, SHA_HEX, "%s", r->operand);
        return true;
    }
    return sha_file(r->operand, hash, &bytes, e) ||
           err_hint(e, "give the file, or its SHA-256 as bi.submission has it");
}

static bool file(struct request *r, struct err *e)
{
    static const char counts[] =
        "select kind, regency_code, regency_name, subject, age_group, count(*) as persons "
        "from audit.persons_of_file($1::bigint) group by 1, 2, 3, 4, 5 order by 1, 2, 4, 5";
    static const char tokens[] = "select * from audit.persons_of_file($1::bigint) order by kind, token";
    char hash[SHA_HEX], subject[SHA_HEX + 2];
    const char *ticket;
    PGresult *result = NULL;
    if (!has_reason(r->o, e) || !find_hash(r, hash, e))
        return false;
    snprintf(subject, sizeof subject, "{%s}", hash);
    bool ok = connect(r, e) && ask(r, "file", subject, &ticket, e) &&
              answer(r, r->o->tokens ? tokens : counts, ticket, true, &result, e);
    PQclear(result);
    if (ok && r->rows == 0) {
        err_set(e, ST_NOINPUT, "the warehouse holds no rows of persons of this file");
        return err_hint(e, "was it loaded? bi.submission has the files and their SHA-256");
    }
    if (ok)
        prog_log(LOG_INFO, "request %s: answered; records that were rejected are in the file alone; %.1f s",
                 ticket, prog_seconds());
    return ok;
}

static bool retention(struct request *r, struct err *e)
{
    const char *ticket = NULL;
    PGresult *result = NULL;
    long due = 0;
    bool ok = connect(r, e);
    if (ok && r->o->confirm)
        ok = has_reason(r->o, e) && ask(r, "retention", "{}", &ticket, e) &&
             answer(r, "select * from audit.retain($1::bigint)", ticket, true, &result, e);
    else if (ok)
        ok = answer(r, "select * from audit.retention_due()", NULL, false, &result, e);
    for (int i = 0; ok && i < PQntuples(result); i++)
        due += strtol(PQgetvalue(result, i, PQnfields(result) - 1), NULL, 10);
    PQclear(result);
    if (ok && due > 0 && !r->o->confirm) {
        err_set(e, ST_CONFIRM, "%ld rows are kept longer than they should be", due);
        return err_hint(e, "--confirm --reason TEXT erases them");
    }
    if (ok)
        prog_log(LOG_INFO, r->o->confirm ? "%ld rows erased; %.1f s" : "%ld rows are due; %.1f s", due,
                 prog_seconds());
    return ok;
}

static const struct command {
    const char *name;
    bool (*run)(struct request *r, struct err *e);
    int operands;
} commands[] = {{"held", held, 0}, {"erase", erase, 0}, {"file", file, 1}, {"retention", retention, 0}};
enum { COMMANDS = sizeof commands / sizeof *commands };

static bool run(struct request *r, char **operands, int n, struct err *e)
{
    for (size_t i = 0; i < COMMANDS; i++) {
        if (strcmp(commands[i].name, operands[0]) != 0)
            continue;
        r->operand = n > 1 ? operands[1] : NULL;
        if (n - 1 != commands[i].operands) {
            /* it may be a NIK: it is not told */
            err_set(e, ST_USAGE, "%s takes %s", operands[0],
                    commands[i].operands ? "a file, or its SHA-256" : "nothing on the command line");
            return err_hint(e, "the NIK goes to standard input: who lists processes sees command lines");
        }
        bool ok = commands[i].run(r, e);
        pg_close(&r->pg);
        arena_done(&r->arena);
        return ok;
    }
    err_set(e, ST_USAGE, "there is no such request");
    return err_hint(e, "there are: held, erase, file, retention");
}

int main(int argc, char **argv)
{
    static struct options o;
    static const struct option_spec options[] = {
        {0, "db", "CONNINFO", "database; default KP2S_DB, else libpq's environment", &o.db, NULL},
        {0, "key", "FILE", "the warehouse's identity key; default KP2S_KEY", &o.key, NULL},
        {0, "reason", "TEXT", "why it is asked; kept with the request", &o.reason, NULL},
        {0, "from", "FILE", "held, erase: read the person from FILE; default standard input", &o.from, NULL},
        {0, "tokens", NULL, "file: list the persons' tokens instead of counts", NULL, &o.tokens},
        {0, "archive", "DIR", "erase: look there for files that hold the person; default KP2S_ARCHIVE",
         &o.archive, NULL},
        {0, "confirm", NULL, "erase, retention: do it", NULL, &o.confirm},
        {'o', "output", "FILE", "write the answer to FILE; default standard output", &o.path, NULL},
        {0},
    };
    static const struct prog prog = {
        .name = "kp2s-person",
        .synopsis = "held | erase | file FILE | retention [OPTION…]",
        .about =
            "held: what the warehouse holds on a person, whose NIK is read from standard input. erase: takes "
            "them out\n"
            "of facts, history and remarks, and keeps them out of later loads. file: which persons a file "
            "was\n"
            "of, for whoever has to tell them of a breach. retention: what is kept longer than the rules "
            "say.\n"
            "Each request is recorded with its reason before it is answered. CSV on standard output.",
        .examples = "  kp2s-person held --reason 'permintaan orang tua, surat 12/2026' <nik.txt\n"
                    "  kp2s-person erase --reason 'permintaan orang tua, surat 12/2026' --confirm <nik.txt\n"
                    "  kp2s-person file --reason 'insiden 3/2026' gizi-agustus.xlsx\n"
                    "  kp2s-person retention",
        .options = options,
        .min_operands = 1,
        .max_operands = 2,
    };
    struct err e = {0};
    struct request r = {.o = &o};
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    run(&r, operands, n, &e);
    return prog_end(&prog, &e);
}
