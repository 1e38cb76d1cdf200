#include "pgcopy.h"
#include "fault.h"

#include <stdlib.h>
#include <string.h>

enum { COPY_BUFFER = 64 * 1024 };

bool pg_copy_begin(struct pg_copy *copy, struct pg *pg, const char *sql, struct err *e)
{
    *copy = (struct pg_copy){.pg = pg, .buffer = mem_alloc(COPY_BUFFER), .room = COPY_BUFFER};
    fault_point("before", sql);
    PGresult *result = PQexec(pg->conn, sql);
    fault_point("after", sql);
    bool ok = PQresultStatus(result) == PGRES_COPY_IN || pg_fail(pg, result, e);
    PQclear(result);
    if (!ok)
        pg_copy_abandon(copy);
    return ok;
}

static bool send(struct pg_copy *copy, struct err *e)
{
    if (copy->used > 0 && PQputCopyData(copy->pg->conn, copy->buffer, (int)copy->used) != 1)
        return pg_fail(copy->pg, NULL, e);
    copy->used = 0;
    return true;
}

static bool make_room(struct pg_copy *copy, struct err *e)
{
    if (copy->used < copy->room)
        return true;
    if (!copy->held)
        return send(copy, e);
    copy->buffer = mem_grow(copy->buffer, copy->room *= 2);
    return true;
}

static bool put(struct pg_copy *copy, char c, struct err *e)
{
    if (!make_room(copy, e))
        return false;
    copy->buffer[copy->used++] = c;
    return true;
}

static bool put_bytes(struct pg_copy *copy, const void *bytes, size_t n, struct err *e)
{
    const char *from = bytes;
    while (n > 0) {
        if (!make_room(copy, e))
            return false;
        size_t some = copy->room - copy->used < n ? copy->room - copy->used : n;
        memcpy(copy->buffer + copy->used, from, some);
        copy->used += some;
        from += some;
        n -= some;
    }
    return true;
}

bool pg_copy_field(struct pg_copy *copy, struct str value, bool null, bool first, struct err *e)
{
    if (!first && !put(copy, '\t', e))
        return false;
    if (null)
        return put(copy, '\\', e) && put(copy, 'N', e);
    for (size_t i = 0; i < value.len; i++) {
        char c = value.ptr[i], code = 0;
        switch (c) {
        case '\\':
            code = '\\';
            break;
        case '\t':
            code = 't';
            break;
        case '\n':
            code = 'n';
            break;
        case '\r':
            code = 'r';
            break;
        default:
            break;
        }
        if (code ? !(put(copy, '\\', e) && put(copy, code, e)) : !put(copy, c, e))
            return false;
    }
    return true;
}

bool pg_copy_row(struct pg_copy *copy, struct err *e)
{
    copy->rows++;
    return put(copy, '\n', e);
}

bool pg_copy_end(struct pg_copy *copy, struct err *e)
{
    struct pg *pg = copy->pg;
    fault_point("before", "the last of the COPY");
    bool ok = send(copy, e);
    fault_point("before", "the end of the COPY");
    if (copy->binary && ok)
        ok = put_bytes(copy, "\377\377", 2, e) && send(copy, e); /* the mark of the end: a row of -1 fields */
    if (PQputCopyEnd(pg->conn, ok ? NULL : "given up") != 1)
        ok = pg_fail(pg, NULL, e);
    long taken = -1;
    PGresult *result;
    while ((result = PQgetResult(pg->conn)) != NULL) {
        if (PQresultStatus(result) == PGRES_COMMAND_OK)
            taken = strtol(PQcmdTuples(result), NULL, 10);
        else
            ok = pg_fail(pg, result, e);
        PQclear(result);
    }
    fault_point("after", "the end of the COPY");
    if (ok && taken != copy->rows)
        ok = err_set(e, ST_REFUSED, "database: %ld rows sent, %ld taken", copy->rows, taken);
    free(copy->buffer);
    copy->buffer = NULL;
    return ok;
}

void pg_copy_abandon(struct pg_copy *copy)
{
    if (!copy->held && PQtransactionStatus(copy->pg->conn) == PQTRANS_ACTIVE) {
        PQputCopyEnd(copy->pg->conn, "given up");
        PGresult *result;
        while ((result = PQgetResult(copy->pg->conn)) != NULL)
            PQclear(result);
    }
    free(copy->buffer);
    copy->buffer = NULL;
}

/* --- binary form --- */

bool pg_rows_begin(struct pg_copy *copy, struct pg *pg, const char *sql, struct err *e)
{
    static const char header[19] = "PGCOPY\n\377\r\n"; /* and a NUL, no flags, no extension */
    struct pg_copy held = copy->held ? *copy : (struct pg_copy){0};
    bool ok = pg_copy_begin(copy, pg, sql, e);
    copy->binary = true;
    copy->rows = held.rows;
    ok = ok && put_bytes(copy, header, sizeof header, e) && put_bytes(copy, held.buffer, held.used, e);
    free(held.buffer);
    return ok;
}

void pg_rows_hold(struct pg_copy *copy, struct pg *pg)
{
    *copy = (struct pg_copy){
        .pg = pg, .buffer = mem_alloc(COPY_BUFFER), .room = COPY_BUFFER, .binary = true, .held = true};
}

static void put_field(struct pg_copy *copy, const void *bytes, size_t n)
{
    if (copy->failure.status == 0)
        put_bytes(copy, bytes, n, &copy->failure);
}

static void big_endian(unsigned char *to, unsigned long value, size_t bytes)
{
    while (bytes > 0) {
        to[--bytes] = (unsigned char)value;
        value >>= 8;
    }
}

void pg_row_begin(struct pg_copy *copy, size_t fields)
{
    unsigned char n[2];
    big_endian(n, fields, sizeof n);
    put_field(copy, n, sizeof n);
}

void pg_row_null(struct pg_copy *copy)
{
    put_field(copy, "\377\377\377\377", 4);
}

void pg_row_text(struct pg_copy *copy, struct str text)
{
    unsigned char length[4];
    big_endian(length, text.len, sizeof length);
    put_field(copy, length, sizeof length);
    put_field(copy, text.ptr, text.len);
}

void pg_row_int(struct pg_copy *copy, long value, size_t bytes)
{
    unsigned char field[4 + 8];
    big_endian(field, bytes, 4);
    big_endian(field + 4, (unsigned long)value, bytes);
    put_field(copy, field, 4 + bytes);
}

/* Days since 2000-01-01, in the Gregorian calendar. */
static long days(long year, long month, long day)
{
    year -= month <= 2; /* years begin in March, so that the leap day is their last */
    long since_march = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return year * 365 + year / 4 - year / 100 + year / 400 + since_march - 730425;
}

void pg_row_date(struct pg_copy *copy, struct str iso)
{
    const char *d = iso.ptr;
    long year = (d[0] - '0') * 1000 + (d[1] - '0') * 100 + (d[2] - '0') * 10 + d[3] - '0';
    pg_row_int(copy, days(year, (d[5] - '0') * 10 + d[6] - '0', (d[8] - '0') * 10 + d[9] - '0'), 4);
}

/* A numeric goes as digits of base 10000: how many, the power of the first, the sign, decimals shown, the
 * digits. */
void pg_row_numeric(struct pg_copy *copy, struct str decimal)
{
    enum { GROUP = 4, GROUPS = PG_NUMERIC / GROUP + 2, LEAD = 8 };
    unsigned char field[4 + LEAD + 2 * GROUPS];
    unsigned digit[GROUPS] = {0};
    bool negative = decimal.len > 0 && decimal.ptr[0] == '-';
    struct str fraction = {decimal.ptr + negative, decimal.len - negative};
    struct str whole = str_cut(&fraction, '.');
    size_t before = (whole.len + GROUP - 1) / GROUP, first = 0,
           n = before + (fraction.len + GROUP - 1) / GROUP;
    size_t at = before * GROUP - whole.len; /* place of the next decimal digit, from the left */
    static const unsigned worth[GROUP] = {1000, 100, 10, 1};
    if (n > GROUPS)
        BUG("a number of more digits than may be");
    for (size_t i = 0; i < whole.len; i++, at++)
        digit[at / GROUP] += (unsigned)(whole.ptr[i] - '0') * worth[at % GROUP];
    for (size_t i = 0; i < fraction.len; i++, at++)
        digit[at / GROUP] += (unsigned)(fraction.ptr[i] - '0') * worth[at % GROUP];
    while (first < n && digit[first] == 0)
        first++;
    while (n > first && digit[n - 1] == 0)
        n--;
    size_t bytes = LEAD + 2 * (n - first);
    big_endian(field, bytes, 4);
    big_endian(field + 4, n - first, 2);
    big_endian(field + 6, n > first ? before - first - 1 : 0, 2);
    big_endian(field + 8, negative && n > first ? 0x4000 : 0, 2);
    big_endian(field + 10, fraction.len, 2);
    for (size_t i = first; i < n; i++)
        big_endian(field + 4 + LEAD + 2 * (i - first), digit[i], 2);
    put_field(copy, field, 4 + bytes);
}

bool pg_row_end(struct pg_copy *copy, struct err *e)
{
    copy->rows++;
    if (copy->failure.status == 0)
        return true;
    *e = copy->failure;
    return false;
}
