part=yes
about="the append-only file of Redis is damaged"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() {
  healthy_first
  queue_mark
  docker compose stop --timeout 5
  docker compose run --rm --no-deps --entrypoint sh redis -c 'f=$(ls /data/appendonlydir/*.incr.aof); printf "garbage" | dd of=$f bs=1 seek=20 conv=notrunc; cp $f /data/damaged'
}
intact() { docker compose run --rm --no-deps --entrypoint sh redis -c 'cmp /data/appendonlydir/*.incr.aof /data/damaged'; }
