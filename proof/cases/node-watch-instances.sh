about="the kernel gives the development server no watcher of files"
. "$root_folder/proof/stacks/vite.sh"
project() { vite_checked; }
inject() { sed -i 's|    command: npm run dev|    command: ["unshare", "-Ur", "sh", "-c", "echo 0 >/proc/sys/user/max_inotify_instances; exec npm run dev"]\n    privileged: true|' compose.yaml; }
working() { vite_answers; }
