about="the kernel lets the development server watch no more than three files"
. "$root_folder/proof/stacks/vite.sh"
project() { vite_checked; }
inject() { sed -i 's|    command: npm run dev|    command: ["unshare", "-Ur", "sh", "-c", "echo 3 >/proc/sys/user/max_inotify_watches; exec npm run dev"]\n    privileged: true|' compose.yaml; }
working() { vite_answers; }
