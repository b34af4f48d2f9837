{{- define "relance.name" -}}{{ .Release.Name | trunc 40 | trimSuffix "-" }}{{- end }}
{{- define "relance.selector" -}}
app.kubernetes.io/name: relance
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}
{{- /* The build of the workers as a name may have it; empty without one. */ -}}
{{- define "relance.build" -}}{{ regexReplaceAll "[^a-z0-9]+" (.Values.settings.RELANCE_BUILD_ID | default "" | toString | lower) "-" | trunc 20 | trimAll "-" }}{{- end }}
{{- define "relance.worker" -}}{{ include "relance.name" . }}-worker{{ with include "relance.build" . }}-{{ . }}{{ end }}{{- end }}
{{- define "relance.labels" -}}
{{ include "relance.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}
{{- define "relance.serviceAccount" -}}
{{- if .Values.serviceAccount.create }}{{ .Values.serviceAccount.name | default (include "relance.name" .) }}{{ else }}{{ .Values.serviceAccount.name | default "default" }}{{ end }}
{{- end }}
{{- define "relance.image" -}}{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{- end }}
{{- define "relance.podSecurity" -}}
runAsNonRoot: true
runAsUser: 1000
runAsGroup: 1000
fsGroup: 1000
seccompProfile: { type: RuntimeDefault }
{{- end }}
{{- define "relance.containerSecurity" -}}
readOnlyRootFilesystem: true
allowPrivilegeEscalation: false
capabilities: { drop: [ALL] }
{{- end }}
{{- define "relance.settingsFrom" -}}
- configMapRef: { name: {{ include "relance.name" . }} }
- secretRef: { name: {{ required "existingSecret: the Secret with DATABASE_URL" .Values.existingSecret }} }
{{- end }}
{{- define "relance.mounts" -}}
- { name: tmp, mountPath: /tmp }
{{- with .Values.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end }}
{{- define "relance.volumes" -}}
- { name: tmp, emptyDir: {} }
{{- with .Values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end }}
{{- define "relance.place" -}}
{{- with .Values.imagePullSecrets }}
imagePullSecrets: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.affinity }}
affinity: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- define "relance.hookContainer" -}}
image: {{ include "relance.image" .root }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
args: [{{ .part }}]
env:
  {{- range $name, $value := .root.Values.settings }}
  {{- if ne (toString $value) "" }}
  - { name: {{ $name }}, value: {{ $value | quote }} }
  {{- end }}
  {{- end }}
envFrom:
  - secretRef: { name: {{ required "existingSecret: the Secret with DATABASE_URL" .root.Values.existingSecret }} }
securityContext: {{- include "relance.containerSecurity" .root | nindent 2 }}
resources: { requests: { cpu: 100m, memory: 256Mi }, limits: { memory: 768Mi } }
volumeMounts: {{- include "relance.mounts" .root | nindent 2 }}
{{- end }}
