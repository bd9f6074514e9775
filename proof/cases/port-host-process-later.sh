root=port-host-process
about="the stack was up, went down, and meanwhile its port was taken"
. "$root_folder/proof/stacks/page.sh"
project() { page 25006; }
inject() { healthy_first; "$HALE" down >/dev/null 2>&1; python3 -m http.server 25006 >/dev/null 2>&1 & echo $! >"$aside/holder"; sleep 0.5; }
eject() { kill "$(cat "$aside/holder")"; }
working() { answers http://127.0.0.1:25007/ "a page"; }
