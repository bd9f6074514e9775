#!/bin/sh
# seen: quotes, blanks and characters that nobody meant. clear: quotes, blanks and umlauts that are meant. blind: the project's folder may not be read.
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain seen
printf 'A=abc"\nB="abc "\nC=\342\200\234abc\342\200\235\nD=a\302\240b\nE=`abc`\n' >.env
chmod 600 .env
record seen-five-kinds

plain clear
printf 'A="a b"\nB=\047a"b\047\nC=gr\303\274n\nD=it\047s\nE="two\nlines"\nF=a b   # why\n' >.env
chmod 600 .env
record clear-all-meant

plain closed
printf 'A=abc"\n' >.env
chmod 700 .
apart_as_nobody blind-folder-not-readable 'true'
