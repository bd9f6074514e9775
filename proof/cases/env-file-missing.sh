about="the file that env_file names is missing, and there is no template"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i '/REDIS_HOST: redis/c\    env_file: queue.env' compose.yaml; }
