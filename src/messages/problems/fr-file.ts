/** A file as bytes and as YAML: what is wrong with it, in French. */
export const fileFr = {
  'there is no file "{file}"': 'il n\'y a pas de fichier "{file}"',
  'check the path; "-" reads standard input': 'vérifiez le chemin ; "-" lit l\'entrée standard',
  '"{file}" is {kind*}, not a scenario file': '"{file}" est {kind*}, et non un fichier de scénario',
  'a folder': 'un dossier',
  'a device or a pipe': 'un périphérique ou un tube',
  'name the YAML file itself': 'nommez le fichier YAML lui-même',
  '"{file}" cannot be read: {reason*}': '"{file}" ne peut pas être lu : {reason*}',
  'permission denied': 'accès refusé',
  'too many open files': 'trop de fichiers sont ouverts',
  'its symbolic links go in a circle': 'ses liens symboliques tournent en rond',
  'its path is too long': 'son chemin est trop long',
  'check the permissions of the file': 'vérifiez les droits du fichier',
  '"{file}" has {bytes} bytes; the limit is {limit}': '"{file}" a {bytes} octets ; la limite est de {limit}',
  'a scenario is a description, not a log: a larger file is usually the wrong one':
    "un scénario est une description et non un journal : un fichier plus grand n'est en général pas le bon",
  'split the scenario': 'scindez le scénario',
  '"{file}" is not UTF-8 text: {reason*}': '"{file}" n\'est pas un texte en UTF-8 : {reason*}',
  'it holds a NUL byte': 'il contient un octet nul',
  'some bytes are not UTF-8': 'des octets ne sont pas en UTF-8',
  'save the scenario as UTF-8 YAML or JSON': 'enregistrez le scénario en YAML ou JSON, en UTF-8',
  '"{file}" holds no scenario': '"{file}" ne contient pas de scénario',
  'a scenario starts with "name:" and "usages:"; scenarios/ has examples to copy':
    'un scénario commence par "name:" et "usages:" ; "ai-footprint init" en écrit un',
  'the file is not valid YAML, so nothing in it can be trusted':
    "le fichier n'est pas du YAML valide, et rien de ce qu'il dit n'est sûr",
  'mend the syntax at this place': 'corrigez la syntaxe à cet endroit',
  'the key "{key}" is given twice': 'la clé "{key}" est donnée deux fois',
  'only one of the two could count, and nobody could tell which':
    'une seule des deux pourrait compter, et nul ne saurait laquelle',
  'keep one of them': "gardez-en l'une",
  'the anchors and aliases of this file expand to far more than it says':
    "les ancres et alias de ce fichier donnent bien plus qu'il ne dit",
  'such a file can be made to exhaust memory': 'un tel fichier peut être fait pour épuiser la mémoire',
  'write the values out': 'écrivez les valeurs en entier',
  'the file holds several YAML documents': 'le fichier contient plusieurs documents YAML',
  'keep one scenario a file: remove the "---" lines': 'gardez un scénario par fichier : retirez les lignes "---"',
  '{written} would be read as {read}': '{written} serait lu comme {read}',
  'a leading zero, 0o, 0x or 0b is another base for some readers of YAML and none for others':
    "un zéro en tête, 0o, 0x ou 0b est une autre base pour certains lecteurs de YAML, et n'en est pas une pour d'autres",
  'write {read}; a name made of digits stands in quotes':
    'écrivez {read} ; un nom fait de chiffres se met entre guillemets',
  'the text holds the control character {name}': 'le texte contient le caractère de contrôle {name}',
  'the file is nested too deeply to be a scenario': 'le fichier est trop profondément imbriqué pour être un scénario',
  'the alias *{name} names no anchor that stands before it': "l'alias *{name} ne nomme aucune ancre placée avant lui",
  'the %YAML directive asks for an older YAML, in which "no" is false and 012 is 10; remove it':
    'la directive %YAML demande un YAML plus ancien, où "no" veut dire faux et où 012 vaut 10 ; retirez-la',
  'the parser of YAML says: {said}': 'le lecteur de YAML dit (en anglais) : {said}',
  'an alias (*name) cannot carry an anchor or a tag of its own':
    'un alias (*nom) ne peut pas porter une ancre ou une étiquette à lui',
  'the alias names no anchor that stands before it': "l'alias ne nomme aucune ancre placée avant lui",
  'a line that starts with % is a YAML directive, and this one is not known':
    "une ligne qui commence par % est une directive YAML, et celle-ci n'est pas connue",
  'the text in double quotes holds a backslash that means nothing; double it, or use single quotes':
    'le texte entre guillemets doubles contient une barre oblique inverse qui ne veut rien dire ; doublez-la, ou prenez des apostrophes',
  'the indentation does not fit the lines around it': "l'indentation ne s'accorde pas avec les lignes voisines",
  'a value cannot start with this character; put the value in quotes':
    'une valeur ne peut pas commencer par ce caractère ; mettez-la entre guillemets',
  'a second ":" stands where a value was expected; put a value that holds ":" in quotes':
    'un second ":" se trouve là où une valeur était attendue ; mettez entre guillemets une valeur qui contient ":"',
  'an indented block cannot stand inside { } or [ ]': 'un bloc indenté ne peut pas se trouver dans { } ou [ ]',
  'a key is longer than 1024 characters': 'une clé a plus de 1024 caractères',
  'a character is missing here: a closing quote, bracket, comma, or a ":" after a key':
    'il manque un caractère ici : un guillemet fermant, un crochet, une virgule, ou un ":" après une clé',
  'a key runs over several lines; a ":" may be missing after the key':
    'une clé court sur plusieurs lignes ; il manque peut-être un ":" après elle',
  'a key must be plain text': 'une clé doit être un simple texte',
  'a tab stands where YAML wants spaces; indent with spaces':
    'une tabulation se trouve là où YAML veut des espaces ; indentez avec des espaces',
  'a value that starts with "!" is a YAML tag, and this one is not known; put the value in quotes':
    'une valeur qui commence par "!" est une étiquette YAML, et celle-ci n\'est pas connue ; mettez la valeur entre guillemets',
  'something stands here that does not belong': "quelque chose se trouve ici qui n'a rien à y faire",
} as const;
