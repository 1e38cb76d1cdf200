/* itemcode.h - the item of an instrument that a document is evidence for, by the names of file and folders.
 */
#ifndef KP2S_ITEMCODE_H
#define KP2S_ITEMCODE_H

#include "str.h"

/* The code with which a name begins, in the arena; empty when there is none.
 *
 * A code is one to four numbers of one or two digits, none with a zero in front, between points or commas
 * ("1.1", "1,1"), which become points. Before it may stand the word "butir" or "aksi", with blanks or any of
 * _ - . : # behind it; a single number is a code only behind such a word, else it may be the number of a
 * chapter. Neither a letter nor a digit stands right behind the code; a point may. */
struct str itemcode_of(struct arena *a, struct str name);

/* Of the path of a document below its kabupaten's folder: the code of the file's name (without its ending),
 * else of the nearest folder above that has one; else empty. */
struct str itemcode_find(struct arena *a, struct str path);

#endif
