import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Connects when you press Run, collects rows until its window is full, by number or by time, closes the connection and gives the window as a table. A message is a JSON object, which is one row, such as {"temperature": 21.4, "room": "hall"}; a list of them; or lines of CSV. When the connection is lost it is opened again, after half a second, a second, two … and by chance a little earlier. A table that is wired in can be played back instead, at as many rows a second as you like.',
  when: 'To score what comes in now, and to see whether it still looks like what the model has learned: wire the window to a hold-out evaluation, to a prediction or to drift monitoring. Play a table back to practise that before there is a live source.',
  pitfalls:
    'A window is a short look: the first minute of the morning is not the day. When more rows come than are kept, the oldest go, and are counted. What was sent while the connection was down is missing, and so it may look as if nothing had happened. Run gives the same window again until you press Collect anew.',
} satisfies Explanation
