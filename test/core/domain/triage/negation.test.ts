import { describe, expect, test } from '@jest/globals';
import { heard } from './shared-guide';

describe('a "no"', () => {
  test.each([
    ['不发烧', 'fever'],
    ['没有发烧', 'fever'],
    ['孩子没发烧', 'fever'],
    ['无咳嗽', 'cough'],
    ['否认胸痛', 'chest-pain'],
    ['没有胸痛也不咳嗽', 'cough'],
    ['没有发烧、咳嗽和胸痛', 'chest-pain'],
    ['无发热咳嗽', 'cough'],
    ['从来不头疼', 'headache'],
    ['头不疼', 'headache'],
    ['肚子也不痛', 'belly-pain'],
    ['发烧倒没有', 'fever'],
    ['没觉得心慌', 'palpitation'],
    ['冇发烧', 'fever'],
  ])('in %s denies %s', (text, symptom) => {
    expect(heard(text)).not.toContain(symptom);
  });

  test.each([
    ['不发烧，就是咳嗽', 'cough'],
    ['不发烧但是头疼', 'headache'],
    ['没有胸痛，咳嗽三天', 'cough'],
    ['不是不疼，是头疼得睡不着', 'headache'],
    ['不是没有发烧', 'fever'],
    ['并不是没有胸痛', 'chest-pain'],
    ['有没有发烧？发烧三天', 'fever'],
    ['咳个不停', 'cough'],
    ['咳嗽没有痰', 'cough'],
    ['忍不住咳嗽', 'cough'],
    ['不停咳嗽', 'cough'],
    ['晚上睡不着头疼', 'headache'],
    ['吃不下饭肚子疼', 'belly-pain'],
    ['不知道为什么头晕', 'dizzy'],
    ['受不了了头疼', 'headache'],
    ['发烧一直不退', 'fever'],
    ['不小心摔了一跤', 'fall'],
  ])('in %s leaves %s', (text, symptom) => {
    expect(heard(text)).toContain(symptom);
  });
});

describe('words that only look alike', () => {
  test.each([
    ['头发掉得厉害', 'headache'],
    ['头晕，肚子疼', 'headache'],
    ['恶心', 'palpitation'],
    ['手术后换药', 'limb-pain'],
  ])('in %s are not taken for %s', (text, symptom) => {
    expect(heard(text)).not.toContain(symptom);
  });
});

describe('numbers', () => {
  test('of a temperature are read in digits and in characters', () => {
    expect(heard('宝宝三十九度二')).toEqual(expect.arrayContaining(['fever', 'high-fever']));
    expect(heard('量了38.1℃')).toContain('fever');
    expect(heard('体温36.5度')).not.toContain('fever');
  });
});
