/** Who serves a model, as gateways and tracers write it, and the host of the catalogue that is meant. */

/**
 * Names of the conventions of OpenTelemetry for `gen_ai.provider.name` (https://opentelemetry.io/docs/specs/semconv/registry/attributes/gen-ai/,
 * 2025) and of LiteLLM for `custom_llm_provider` (https://docs.litellm.ai/docs/providers, 2025).
 */
const written: Readonly<Record<string, string>> = {
  'azure.ai.openai': 'azure-openai',
  'azure.ai.inference': 'microsoft',
  azure: 'azure-openai',
  azure_ai: 'microsoft',
  'aws.bedrock': 'amazon',
  bedrock: 'amazon',
  bedrock_converse: 'amazon',
  'gcp.vertex_ai': 'google',
  'gcp.gemini': 'google',
  'gcp.gen_ai': 'google',
  vertex_ai: 'google',
  gemini: 'google',
  mistral_ai: 'mistral',
  x_ai: 'xai',
};

/** The name in the catalogue, as far as it is another than the one that is written. */
export const hostNamed = (name: string): string => {
  const key = name.toLowerCase();
  return Object.hasOwn(written, key) ? (written[key] ?? name) : name;
};
