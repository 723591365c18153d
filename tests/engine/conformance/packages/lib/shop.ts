import { create, createFileRegistry, fromBinary, type DescService } from '@bufbuild/protobuf';
import {
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema,
} from '@bufbuild/protobuf/wkt';

/** A service as a compiler of .proto files would describe it; here it is written down by hand. */
const field = (name: string, number: number, type: FieldDescriptorProto_Type) => ({
  name,
  number,
  type,
  jsonName: name,
  label: FieldDescriptorProto_Label.OPTIONAL,
});
const { STRING, INT32 } = FieldDescriptorProto_Type;
const method = (name: string, clientStreaming: boolean, serverStreaming: boolean) => ({
  name,
  inputType: '.shop.v1.Order',
  outputType: '.shop.v1.Receipt',
  clientStreaming,
  serverStreaming,
});

const file = create(FileDescriptorProtoSchema, {
  name: 'shop.proto',
  package: 'shop.v1',
  syntax: 'proto3',
  messageType: [
    { name: 'Order', field: [field('sku', 1, STRING), field('count', 2, INT32)] },
    { name: 'Receipt', field: [field('text', 1, STRING), field('total', 2, INT32)] },
  ],
  service: [
    {
      name: 'Shop',
      method: [
        method('Buy', false, false),
        method('Watch', false, true),
        method('Collect', true, false),
        method('Talk', true, true),
      ],
    },
  ],
});

export const registry = createFileRegistry(create(FileDescriptorSetSchema, { file: [file] }));
export const Shop = registry.getService('shop.v1.Shop') as DescService;
export const Order = registry.getMessage('shop.v1.Order')!;
export { fromBinary };
