import { addFieldsStage } from './add-fields';
import { bucketStage } from './bucket';
import { bucketAutoStage } from './bucket-auto';
import { countStage, limitStage, sampleStage, skipStage } from './counting';
import { groupStage, sortByCountStage } from './group';
import { lookupStage } from './lookup';
import { projectStage } from './project';
import { replaceRootStage } from './replace-root';
import { sortStage } from './sort';
import type { StageCompiler } from './stage';
import { unwindStage } from './unwind';

/** Stages that can stand anywhere; `$match` and `$geoNear` also choose what is read and belong to the pipeline. */
export const STAGES: Readonly<Record<string, StageCompiler>> = {
  $addFields: addFieldsStage,
  $bucket: bucketStage,
  $bucketAuto: bucketAutoStage,
  $count: countStage,
  $group: groupStage,
  $limit: limitStage,
  $lookup: lookupStage,
  $project: projectStage,
  $replaceRoot: replaceRootStage,
  $sample: sampleStage,
  $skip: skipStage,
  $sort: sortStage,
  $sortByCount: sortByCountStage,
  $unwind: unwindStage,
};

/** Stages of MongoDB that wx-server-sdk 4.0.2 types but cannot send (it throws a TypeError first). */
export const UNSENDABLE_STAGES: readonly string[] = [
  '$collStats',
  '$facet',
  '$graphLookup',
  '$indexStats',
  '$out',
  '$redact',
];
