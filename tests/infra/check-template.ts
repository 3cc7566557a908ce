import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import type { PropertyType, SpecDatabase, TypeDefinition } from '@aws-cdk/service-spec-types';
import type { Template } from './synthesize.ts';

type Shape = Pick<TypeDefinition, 'properties'>;

/**
 * Holds a template against CloudFormation's own specification, of which the package carries a copy.
 *
 * @returns what is wrong, each with its place: unknown types and properties, missing ones, values of a wrong kind
 */
export async function checkTemplate(template: Template): Promise<string[]> {
  const database = await loadAwsServiceSpec();
  const check = new TemplateCheck(database);
  for (const [name, resource] of Object.entries(template.Resources)) {
    check.resource(`${name} (${resource.Type})`, resource.Type, resource.Properties ?? {});
  }
  return check.problems;
}

class TemplateCheck {
  readonly problems: string[] = [];
  private readonly database: SpecDatabase;

  constructor(database: SpecDatabase) {
    this.database = database;
  }

  resource(place: string, type: string, properties: unknown): void {
    const [definition] = this.database.lookup('resource', 'cloudFormationType', 'equals', type);
    if (definition) this.object(place, definition, properties);
    else this.problems.push(`${place}: CloudFormation knows no such type`);
  }

  private object(place: string, shape: Shape, value: unknown): void {
    if (!isPlainObject(value)) {
      this.problems.push(`${place}: expected an object`);
      return;
    }
    for (const [key, each] of Object.entries(value)) {
      const property = shape.properties[key];
      if (property) this.value(`${place}.${key}`, property.type, each);
      else this.problems.push(`${place}.${key}: unknown property`);
    }
    for (const [key, property] of Object.entries(shape.properties)) {
      if (property.required && !(key in value)) this.problems.push(`${place}.${key}: required`);
    }
  }

  private value(place: string, type: PropertyType, value: unknown): void {
    if (isIntrinsic(value)) return;
    switch (type.type) {
      case 'array':
        if (Array.isArray(value))
          for (const [index, each] of value.entries()) this.value(`${place}[${index}]`, type.element, each);
        else this.problems.push(`${place}: expected a list`);
        return;
      case 'ref':
        this.object(place, this.database.get('typeDefinition', type.reference.$ref), value);
        return;
      case 'string':
      case 'boolean':
        if (typeof value !== type.type) this.problems.push(`${place}: expected a ${type.type}`);
        return;
      case 'integer':
      case 'number':
        if (typeof value !== 'number') this.problems.push(`${place}: expected a number`);
        return;
      default: // Unions, maps and free JSON allow too much to be worth a check.
    }
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What CloudFormation works out itself: `{ Ref: … }`, `{ "Fn::GetAtt": … }`. */
function isIntrinsic(value: unknown): boolean {
  return isPlainObject(value) && Object.keys(value).some((key) => /^(Ref|Fn::.+)$/.test(key));
}
