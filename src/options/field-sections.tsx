import { shownName } from '../domain/custom-field'
import { FieldDefinitions } from '../features/fields/field-definitions'
import { FieldName } from '../features/fields/field-name'
import { TemplateLibrary, TemplateName } from '../features/notes/template-library'
import { OrderedList } from '../features/preferences/ordered-list'
import { word } from '../ui/words'
import { Section } from './section'
import type { SectionsProps } from './who-sections'

/** What the user wants to know of people, and the words that their notes begin with. */
export function FieldSections({ settings: { fields, noteTemplates }, save }: SectionsProps) {
  return (
    <>
      <Section id="fields" title={word('optionsFields')} lead={word('optionsFieldsLead')}>
        <FieldDefinitions fields={fields} onChange={(fields) => save({ fields })}>
          <OrderedList items={fields} nameOf={shownName} onChange={(fields) => save({ fields })}>
            {(field) => <FieldName field={field} fields={fields} onChange={(fields) => save({ fields })} />}
          </OrderedList>
        </FieldDefinitions>
      </Section>
      <Section id="templates" title={word('optionsTemplates')} lead={word('optionsTemplatesLead')}>
        <TemplateLibrary templates={noteTemplates} onChange={(noteTemplates) => save({ noteTemplates })}>
          <OrderedList items={noteTemplates} nameOf={({ name }) => name} onChange={(noteTemplates) => save({ noteTemplates })}>
            {(template) => <TemplateName template={template} />}
          </OrderedList>
        </TemplateLibrary>
      </Section>
    </>
  )
}
