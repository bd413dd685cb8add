/** The shipped workflows, `public/workflows/<id>.json`. */
export const examples = [
  {
    id: 'penguins',
    title: 'Penguin species',
    task: 'Several classes',
    text: 'Tell three species apart from measurements, some of them missing. The whole life cycle, down to an endpoint and its monitoring.',
  },
  {
    id: 'car-mileage',
    title: 'Car mileage',
    task: 'Regression',
    text: 'Estimate how far a car goes on a gallon from its weight, power and year. Residuals show where the model is off.',
  },
  {
    id: 'seattle-weather',
    title: 'Seattle weather',
    task: 'Several classes over time',
    text: 'Name the weather of a day. The split follows the calendar, so that the model is tested on days after those it learned from.',
  },
] as const
