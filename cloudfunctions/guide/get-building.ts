import type { guide } from '@core/contract/guide';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { versionedPlan } from './plan-version';

/** The ways and drawings of one building. */
export const getBuilding: UseCase<typeof guide.procedures.getBuilding> = async ({ buildingId }, context) => {
  const { waysVersion: version, plan } = await versionedPlan(context.now);
  if (!plan.buildings.some((building) => building.buildingId === buildingId))
    return refuse('NOT_FOUND', null);
  const floors = plan.floors.filter((floor) => floor.buildingId === buildingId);
  const floorIds = new Set(floors.map(({ floorId }) => floorId));
  const nodes = plan.nodes.filter(({ floorId }) => floorIds.has(floorId));
  const nodeIds = new Set(nodes.map(({ nodeId }) => nodeId));
  return accept({
    version,
    nodes,
    links: plan.links.filter(({ from }) => nodeIds.has(from)),
    drawings: floors.flatMap(({ floorId }) => {
      const drawing = plan.drawings[floorId];
      return drawing === undefined ? [] : [{ floorId, drawing }];
    }),
  });
};
