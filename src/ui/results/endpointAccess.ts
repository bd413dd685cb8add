import type { EndpointAccess } from '@/kit/view'
import { changeRelease, watchRelease } from '@/storage/releases'
import { watchTraffic } from '@/storage/requests'
import { askEndpoint, describeEndpoint, endpointAddress } from '@/worker/endpoint'

/** The endpoint of this browser; what is asked here counts as traffic, as from any caller. */
export const endpointAccess: EndpointAccess = {
  address: endpointAddress,
  ask: (name, request) => askEndpoint(name, request, { check: false }),
  describe: describeEndpoint,
  watch: watchRelease,
  change: changeRelease,
  watchTraffic,
}
